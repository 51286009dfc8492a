/** A shop to test with: the server, the official SDK and a simulated Stripe, all in this process. */
import Stripe from 'stripe';
import { checkoutSessionSchema, truthSchema, type CheckoutSession, type Truth } from '../../src/contract/index.js';
import { createCheckoutServer } from '../../src/server/create-checkout-server.js';
import type { CheckoutServerOptions } from '../../src/server/options.js';
import { createSimulator, type FaultInput, type LogEntry, type SimulatorOptions } from '../../src/simulator/index.js';
import { toFormBody } from '../../src/simulator/wire/to-form-body.js';

export const ORIGIN = 'https://shop.example';
export const WEBHOOK_SECRET = 'whsec_the_shop';

const SEATS = { quantity: { min: 1, max: 100 } };

type Body = Readonly<Record<string, unknown>>;

export interface Asking {
  /** Stripe id of the customer who is logged in. */
  readonly customer?: string | undefined;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

let shops = 0;

/** Opens a shop in an account of its own. `now` in milliseconds; `wait` holds what a `delay` fault delays. */
export async function openShop(
  options: Partial<CheckoutServerOptions> = {},
  { now = Date.now, wait }: Pick<SimulatorOptions, 'now' | 'wait'> = {},
) {
  const account = `shop${String((shops += 1))}`;
  const simulator = createSimulator({ now, ...(wait && { wait }) });
  const stripe = new Stripe(`sk_test_${account}`, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const prices = await seedPrices(stripe);
  const config: CheckoutServerOptions = {
    stripe,
    origins: [ORIGIN],
    webhookSecret: WEBHOOK_SECRET,
    prices: {
      pro_monthly: SEATS,
      pro_yearly: SEATS,
      pro_monthly_jpy: SEATS,
      team_onboarding: {},
      retired: {},
      addon_monthly: { ...SEATS, multiple: true },
    },
    customer: (request) => {
      const id = request.headers.get('x-customer');
      return id === null ? null : { id };
    },
    onError: ({ code, cause }) => {
      if (code === 'server.failed') console.error(cause);
    },
    ...options,
  };

  /** Sends each request to another copy of the server: what one of them remembers is of no use. */
  const send = (method: string, path: string, body: unknown, asking: Asking = {}): Promise<Response> =>
    createCheckoutServer(config).fetch(
      new Request(`${ORIGIN}/billing${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          'content-type': 'application/json',
          'idempotency-key': asking.key ?? 'purchase-1',
          ...(asking.customer !== undefined && { 'x-customer': asking.customer }),
          ...asking.headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );

  /** Opens a purchase of twelve seats, or of what `body` says. */
  const post = (body: Body = {}, asking?: Asking): Promise<Response> =>
    send('POST', '/sessions', purchase(body), asking);

  return {
    stripe,
    server: createCheckoutServer(config),
    prices,
    send,
    post,
    async open(body?: Body, asking?: Asking): Promise<CheckoutSession & { readonly httpStatus: number }> {
      const response = await post(body, asking);
      return { ...checkoutSessionSchema.parse(await response.json()), httpStatus: response.status };
    },
    async truth(id: string, asking?: Asking): Promise<Truth> {
      return truthSchema.parse(await (await send('GET', `/sessions/${id}`, undefined, asking)).json());
    },
    async change(id: string, body: Body, asking?: Asking): Promise<Truth> {
      const response = await send('PATCH', `/sessions/${id}`, { contract: 1, ...body }, asking);
      return truthSchema.parse(await response.json());
    },
    /** Pays as the payment frame does, with a card's number or another method. */
    pay: (session: CheckoutSession, method: string | Body = '4242424242424242') =>
      pay(simulator.fetch, account, session, method),
    /** Has a promotion code taken, as the page does. */
    applyCode: (session: CheckoutSession, code: string) =>
      toPage(simulator.fetch, account, session)('', { promotion_code: code }),
    /** What Stripe's fields show of saved methods beside an intent. */
    async shownSaved(session: CheckoutSession): Promise<Body> {
      const query = new URLSearchParams({ key: `pk_test_${account}`, type: session.gateway });
      for (const [name, given] of [
        ['client_secret', 'clientSecret'],
        ['customer_session_client_secret', 'customerSessionClientSecret'],
      ] as const) {
        query.set(name, String((session as Body)[given]));
      }
      const path = `https://stripe.example/v1/elements/sessions?${query.toString()}`;
      return (await (await simulator.fetch(new Request(path))).json()) as Body;
    },
    fault: (fault: Omit<FaultInput, 'account'>): void => {
      simulator.fault({ account, ...fault });
    },
    /** A bank gives a saved card another number, valid until June 2035. */
    renewCard: (id: string, number: string): Promise<Response> =>
      simulator.fetch(
        new Request('https://stripe.example/_simulator/cards/update', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ account, payment_method: id, number, exp_month: 6, exp_year: 2035 }),
        }),
      ),
    /** Subscriptions are left `unpaid` after the last try, as a Dashboard may say. */
    leaveUnpaid: (): Promise<Response> =>
      simulator.fetch(
        new Request('https://stripe.example/_simulator/billing/settings', {
          method: 'POST',
          body: JSON.stringify({ account, after_retries: 'unpaid' }),
        }),
      ),
    /** What has been asked of Stripe since, as `POST /v1/checkout/sessions`. */
    watch(): () => string[] {
      const from = simulator.log.length;
      return () => simulator.log.slice(from).map(({ method, path }: LogEntry) => `${method} ${path}`);
    },
    async openSessions(): Promise<string[]> {
      const { data } = await stripe.checkout.sessions.list({ status: 'open', limit: 100 });
      return data.map((session) => session.id);
    },
  };
}

/** The body of a purchase of twelve seats, changed by `change`. */
export const purchase = (change: Body = {}): Body => ({
  contract: 1,
  kind: 'purchase',
  items: [{ price: 'pro_monthly', quantity: 12 }],
  ...change,
});

/** Something to wait for that the test decides about. */
export function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

async function seedPrices(stripe: Stripe) {
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const recurring = (interval: 'month' | 'year') => ({ recurring: { interval } });
  const usd = { product, currency: 'usd' };
  const [monthly, yearly, yen, onboarding, retired, addon] = await Promise.all([
    stripe.prices.create({ ...usd, lookup_key: 'pro_monthly', unit_amount: 875, ...recurring('month') }),
    stripe.prices.create({ ...usd, lookup_key: 'pro_yearly', unit_amount: 8700, ...recurring('year') }),
    stripe.prices.create({
      product,
      currency: 'jpy',
      lookup_key: 'pro_monthly_jpy',
      unit_amount: 1200,
      ...recurring('month'),
    }),
    stripe.prices.create({ ...usd, lookup_key: 'team_onboarding', unit_amount: 49900 }),
    stripe.prices.create({ ...usd, lookup_key: 'retired', unit_amount: 100 }),
    stripe.prices.create({ ...usd, lookup_key: 'addon_monthly', unit_amount: 300, ...recurring('month') }),
  ]);
  await stripe.prices.update(retired.id, { active: false });
  return { monthly, yearly, yen, onboarding, addon };
}

/** Pays a session with a card's number or another method, as the payment frame does. `fetch` leads to the local Stripe. */
export async function pay(
  fetch: (request: Request) => Promise<Response>,
  account: string,
  session: CheckoutSession,
  method: string | Body,
): Promise<{ readonly status: number; readonly challenge: string | null }> {
  const call = toPage(fetch, account, session);
  const { page: opened } = await call('/init', {});
  const address = { line1: '1 Main St', city: 'San Francisco', state: 'CA', postal_code: '94107', country: 'US' };
  const { page } = await call('', { billing_address: { name: 'Grace Hopper', address } });
  const { status, page: after } = await call('/confirm', {
    expected_amount: page.session.total.total.minorUnitsAmount,
    ...(opened.config.email_editable && { email: 'guest@example.com' }),
    payment_method_data: typeof method === 'string' ? toCard(method) : method,
  });
  return { status, challenge: after.next_action?.source ?? null };
}

const toCard = (number: string): Body => ({
  type: 'card',
  card: { number, exp_month: 12, exp_year: 2040, cvc: '123' },
});

/** Speaks to Stripe as a page with the session does. */
function toPage(fetch: (request: Request) => Promise<Response>, account: string, session: CheckoutSession) {
  return async (route: string, body: object) => {
    const secret = await toSecret(fetch, session);
    const response = await fetch(
      new Request(`https://stripe.example/v1/payment_pages/${session.id}${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: toFormBody({ key: `pk_test_${account}`, client_secret: secret, ...body }),
      }),
    );
    return { status: response.status, page: (await response.json()) as Page };
  };
}

/** A page of Stripe's holds its secret itself. */
async function toSecret(
  fetch: (request: Request) => Promise<Response>,
  session: CheckoutSession,
): Promise<string | null> {
  if (session.gateway === 'checkout_session') return session.clientSecret;
  if (session.gateway !== 'hosted') return null;
  const html = await (await fetch(new Request(session.url))).text();
  const facts: unknown = JSON.parse(/<script type="application\/json"[^>]*>([^<]*)/.exec(html)?.[1] ?? '{}');
  return (facts as { clientSecret?: string }).clientSecret ?? null;
}

interface Page {
  readonly config: { readonly email_editable: boolean };
  readonly session: { readonly total: { readonly total: { readonly minorUnitsAmount: number } } };
  readonly next_action?: { readonly source: string } | null;
}
