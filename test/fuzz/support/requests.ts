/** Requests to each route: good, nearly good and hostile, as plain data, so that what fails shrinks and prints. */
import fc from 'fast-check';
import { EVERY_EVENT } from '../../contract/support/every-event.js';
import { headerText, hostileText, type Json } from './hostile.js';
import { spoiled } from './mutate.js';

/** A request. Texts in braces, `{session}`, stand for what the shop has. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
  /** Sent in so many pieces; 0 at once, with its length. */
  readonly pieces: number;
  /** A byte that is no UTF-8 is put in. */
  readonly broken: boolean;
  /** Signed as Stripe signs: with the secret, another one, six minutes ago. */
  readonly signed?: 'well' | 'foreign' | 'late';
}

/** What can be fuzzed. */
export const ROUTES = ['open', 'read', 'change', 'invoice', 'events', 'webhooks', 'elsewhere'] as const;

/** One of {@link ROUTES}. */
export type Route = (typeof ROUTES)[number];

const price = fc.constantFrom('pro_monthly', 'pro_yearly', 'team_onboarding', 'business_yearly', 'studio_monthly');
const items = fc
  .uniqueArray(fc.record({ price, quantity: fc.integer({ min: 1, max: 60 }) }), {
    selector: (item) => item.price,
    minLength: 1,
    maxLength: 3,
  })
  .filter((lines) => lines.length === 1 || lines[0]?.quantity !== 7);

/** `{fresh}` is opened for this request alone. */
const session = fc.constantFrom(
  '{fresh}',
  '{session}',
  '{session}',
  '{invoiced}',
  '{paid}',
  '{hers}',
  '{others}',
  '{setup}',
  '{draft}',
);

const experiment = fc.record(
  {
    name: fc.constantFrom('pages', 'a'),
    variant: fc.constantFrom('one-page', 'two-page'),
    unit: fc.string({ minLength: 1, maxLength: 255 }),
    fallback: fc.boolean(),
    prefilled: fc.constantFrom([], ['email'], ['email', 'billing_address']),
  },
  { requiredKeys: ['name', 'variant', 'unit'] },
);

const common = {
  contract: fc.constantFrom(1, 1, 1, 1, 2),
  experiment,
  resume: fc.oneof(session, fc.constant('{session}')),
  savePayment: fc.constantFrom('ask', 'always', 'never'),
  billingAddress: fc.constantFrom('auto', 'required'),
};

const opening: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('purchase'), items, contract: fc.constant(1), ui: fc.constant('hosted') }),
  },
  {
    weight: 12,
    arbitrary: fc.record(
      { kind: fc.constant('purchase'), items, ...common },
      { requiredKeys: ['contract', 'kind', 'items'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant('invoice'), invoice: fc.constantFrom('{draft}', '{others}', 'in_none'), ...common },
      { requiredKeys: ['contract', 'kind', 'invoice'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant('subscription'), subscription: fc.constantFrom('{subscription}', 'sub_none'), ...common },
      { requiredKeys: ['contract', 'kind', 'subscription'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('setup'), ...common }, { requiredKeys: ['contract', 'kind'] }),
  },
);

const said = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 140 }), fc.constantFrom('', 'PO-1234', 'Straße 5 🏠'));
const line = fc.oneof(said, fc.constantFrom('P.O. Box 12', 'Postfach 3', '1 Main St'));
const country = fc.constantFrom('US', 'DE', 'AT', 'JP', 'ZZ', 'XK');

const changes: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ contract: common.contract, change: fc.constant('items'), items }),
  fc.record(
    {
      contract: common.contract,
      change: fc.constant('details'),
      purchaseOrder: said,
      company: said,
      terms: fc.constant(true),
      address: fc.record({ country, line1: line, line2: line }, { requiredKeys: ['country'] }),
      fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,34}$/), said, { maxKeys: 30 }),
    },
    { requiredKeys: ['contract', 'change'] },
  ),
  fc.record({ contract: common.contract, change: fc.constant('experiment'), switched: fc.constant(true) }),
);

const invoices: fc.Arbitrary<Json> = fc.record(
  {
    contract: common.contract,
    email: fc.oneof(
      { weight: 1, arbitrary: fc.emailAddress() },
      { weight: 4, arbitrary: fc.constantFrom('ada@example.com', ' a.b+c@example.co.uk ') },
    ),
    name: said,
    address: fc.record(
      { country, line1: line, line2: line, city: said, state: said, postal_code: fc.string({ maxLength: 20 }) },
      { requiredKeys: ['country'] },
    ),
    purchaseOrder: said,
  },
  { requiredKeys: ['contract', 'email'] },
);

const batches: fc.Arbitrary<Json> = fc.record({
  contract: common.contract,
  // Written as JSON is: readonly texts and numbers.
  events: fc.array(fc.constantFrom(...EVERY_EVENT.map((event) => event as unknown as Json)), {
    minLength: 1,
    maxLength: 50,
  }),
});

const stripeEvents: fc.Arbitrary<Json> = fc.record(
  {
    id: fc.constant('evt_1'),
    object: fc.constant('event'),
    created: fc.nat(),
    type: fc.constantFrom(
      'checkout.session.completed',
      'checkout.session.expired',
      'checkout.session.async_payment_failed',
      'setup_intent.succeeded',
      'customer.subscription.created',
      'customer.subscription.deleted',
      'customer.subscription.trial_will_end',
      'invoice.paid',
      'invoice.payment_failed',
      'payment_method.automatically_updated',
      'customer.created',
    ),
    data: fc.record({
      object: fc.record({
        id: fc.constantFrom('{session}', '{paid}', '{setup}', '{subscription}', '{draft}', 'cs_none'),
      }),
    }),
  },
  { requiredKeys: ['id', 'object', 'type', 'data'] },
);

const often = <T>(good: T, hostile: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: hostile });

const origin = often('https://shop.example', fc.oneof(headerText, fc.constantFrom('', 'null', 'https://evil.example')));
const contentType = often(
  'application/json',
  fc.oneof(headerText, fc.constantFrom('', 'text/plain', 'application/json; charset=utf-8', 'APPLICATION/JSON', ';')),
);
const purchaseKey = often(
  '{key}',
  fc.oneof(headerText, fc.constantFrom('', 'short', 'x'.repeat(256), 'purchase-same')),
);
const other = fc.oneof(
  { weight: 6, arbitrary: fc.constant<readonly (readonly [string, string])[]>([]) },
  { weight: 3, arbitrary: fc.constant([['x-customer', 'ada'] as const]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'cookie',
          'authorization',
          'x-forwarded-for',
          'accept',
          'content-length',
          'x-customer',
          'referer',
        ),
        fc.oneof(headerText, fc.constantFrom('-1', '99999999999', '1e9', 'NaN', '__proto__')),
      )
      .map((header) => [header]),
  },
);

const delivery = {
  pieces: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 3, 40) }),
  broken: fc.oneof({ weight: 30, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
};

const pathPart = fc.oneof(
  { weight: 6, arbitrary: session },
  {
    weight: 2,
    arbitrary: hostileText.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?')).slice(0, 6_000)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '%E0%A4%A',
      '..%2f..',
      '%00',
      '.',
      '..',
      '',
      '%2e%2e',
      'cs_test_1?x=1',
      'cs_a#b',
      'cs_;a',
      '\\',
    ),
  },
);

const sent = (method: string, path: fc.Arbitrary<string>, body: fc.Arbitrary<Json>): fc.Arbitrary<FuzzRequest> =>
  fc
    .record({ path, body: spoiled(body), origin, contentType, purchaseKey, other, ...delivery })
    .map(({ origin: from, contentType: type, purchaseKey: key, other: more, ...rest }) => ({
      ...rest,
      method,
      headers: [['origin', from], ['content-type', type], ['idempotency-key', key], ...more],
    }));

const elsewhere: fc.Arbitrary<FuzzRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND'),
    path: fc.oneof(
      fc.constantFrom('/', '/sessions', '/sessions/', '/events', '/webhooks', '//sessions', '/sessions//invoice', ''),
      pathPart.map((part) => `/sessions/${part}`),
      pathPart.map((part) => `/${part}/${part}`),
      pathPart.map((part) => `/sessions/${part}/invoice/${part}`),
    ),
    origin,
    asked: fc.oneof(headerText, fc.constantFrom('content-type', 'authorization, x-a', '*')),
    other,
    ...delivery,
  })
  .map(({ origin: from, asked, other: more, ...rest }) => ({
    ...rest,
    body: ['GET', 'HEAD'].includes(rest.method) ? null : '{}',
    headers: [
      ['origin', from],
      ['access-control-request-headers', asked],
      ['access-control-request-method', 'POST'],
      ...more,
    ],
  }));

/** Requests to a route. */
export const requestsTo: Readonly<Record<Route, fc.Arbitrary<FuzzRequest>>> = {
  open: sent('POST', fc.constant('/sessions'), opening),
  read: fc
    .record({ path: pathPart.map((part) => `/sessions/${part}`), origin, other })
    .map(({ path, origin: from, other: more }) => ({
      method: 'GET',
      path,
      headers: [['origin', from], ...more],
      body: null,
      pieces: 0,
      broken: false,
    })),
  change: sent(
    'PATCH',
    pathPart.map((part) => `/sessions/${part}`),
    changes,
  ),
  invoice: sent(
    'POST',
    pathPart.map((part) => `/sessions/${part}/invoice`),
    invoices,
  ),
  events: sent('POST', fc.constant('/events'), batches),
  webhooks: fc
    .tuple(
      sent('POST', fc.constant('/webhooks'), stripeEvents),
      fc.constantFrom<NonNullable<FuzzRequest['signed']>>('well', 'well', 'well', 'foreign', 'late'),
      fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: headerText }),
    )
    .map(([request, signed, forged]) =>
      forged === null
        ? { ...request, signed }
        : { ...request, headers: [...request.headers, ['stripe-signature', forged] as const] },
    ),
  elsewhere,
};
