/** Nothing personal leaves: it is planted wherever a checkout can meet it, and looked for in every event, told, posted and kept. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ConfirmAnswer } from '../../src/core/ports.js';
import { createCheckoutServer } from '../../src/server/create-checkout-server.js';
import { createNdjsonEvents, type NdjsonEvents } from '../../src/server/ndjson-events.js';
import { session } from '../core/support/samples.js';
import { findPlanted as findAny } from '../support/planted.js';
import { MemoryStorage } from './support/memory-storage.js';
import { ENDPOINT, Shop } from './support/shop.js';
import { watch, type Watched, type WatchOptions } from './support/watched.js';

const ORIGIN = 'https://shop.example.com';

/** What must stay where it was typed. */
const PLANTED = {
  name: 'Wilhelmina Quillfeather',
  email: 'w.quillfeather+billing@zephyrmail.example',
  card: '4000 0566 5566 5556',
  line: '77 Marmalade Crescent',
  city: 'Oswaldtwistle',
  postcode: 'ZX9 9QQ',
  phone: '+44 7700 900461',
  company: 'Quillfeather Upholstery Ltd',
  tax: 'GB981276354',
  order: 'PO-Marmalade-0042',
};

const EVERYTHING = Object.values(PLANTED).join(' | ');

const DEFAULTS = {
  email: PLANTED.email,
  billingAddress: {
    name: `${PLANTED.name}, ${PLANTED.company}, ${PLANTED.phone}`,
    address: {
      country: 'GB',
      line1: PLANTED.line,
      line2: `${PLANTED.tax} ${PLANTED.order}`,
      city: PLANTED.city,
      postal_code: PLANTED.postcode,
    },
  },
};

const findPlanted = (text: string): string[] => findAny(text, PLANTED);

const api = setupServer();
let shop: Shop;
let folder: string;
let store: NdjsonEvents;
/** Bodies of `POST /events`. */
let posted: string[];
/** What the server answered to them. */
let answered: number[];

beforeAll(() => {
  api.listen({ onUnhandledRequest: 'error' });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-'));
  store = createNdjsonEvents(folder);
  posted = [];
  answered = [];
  shop = new Shop();
  const server = createCheckoutServer({
    stripe: new Stripe('sk_test_unused'),
    origins: [ORIGIN],
    prices: { pro_monthly: {} },
    events: store,
  });
  api.use(
    ...shop.handlers(),
    http.post(`${ENDPOINT}/events`, async ({ request }) => {
      posted.push(await request.clone().text());
      const response = await server.fetch(request);
      answered.push(response.status);
      return response;
    }),
  );
});
afterEach(async () => {
  api.resetHandlers();
  await rm(folder, { recursive: true });
});
afterAll(() => {
  api.close();
});

const headers = {
  origin: ORIGIN,
  authorization: `Bearer ${btoa(EVERYTHING)}`,
  cookie: `user=${encodeURIComponent(EVERYTHING)}`,
  'user-agent': PLANTED.email,
};

/** A customer with everything planted that a host can say. */
function visit(options: WatchOptions = {}): Watched {
  const experiment = { name: 'pages', variant: 'one-page', unit: PLANTED.email, note: EVERYTHING };
  const watched = watch(shop, {
    defaultValues: DEFAULTS,
    experiment,
    sends: true,
    headers: () => headers,
    analytics: (event) => {
      // A host that adds what it must not: too late.
      Reflect.set(event, 'email', EVERYTHING);
    },
    ...options,
  });
  return watched;
}

/** Opens, and types and says everything. */
async function open(options?: WatchOptions): Promise<Watched> {
  const watched = visit(options);
  const { customer } = watched;
  customer.checkout.load();
  await customer.reaches('ready');
  customer.fill('pays');
  customer.checkout.typeEmail(PLANTED.email);
  customer.gateway.say({ type: 'address.changed', complete: true, contact: DEFAULTS.billingAddress });
  const { summary } = customer.checkout.facts;
  if (!summary) throw new Error('Nothing is sold.');
  const lines = summary.lines.map((line) => ({ ...line, name: PLANTED.company, description: EVERYTHING }));
  customer.gateway.say({ type: 'summary', summary: { ...summary, lines, email: PLANTED.email } });
  return watched;
}

/** What Stripe says to the next payment. */
const script = ({ customer }: Watched, answer: ConfirmAnswer): void => {
  customer.gateway.confirm = () => Promise.resolve(answer);
};

const declined: ConfirmAnswer = {
  type: 'declined',
  declineCode: `lost ${PLANTED.card}`,
  message: `${PLANTED.name}, your card ${PLANTED.card} was declined.`,
};

const paid = (currency = 'usd'): ConfirmAnswer => ({
  type: 'complete',
  id: 'cs_1',
  payment: 'paid',
  amount: 1800,
  currency,
});

const STORIES: readonly [string, () => Promise<Watched>, string][] = [
  [
    'a payment',
    async () => {
      const watched = await open();
      await watched.customer.checkout.submit();
      return watched;
    },
    'completed',
  ],
  [
    'two pages and a payment',
    async () => {
      const watched = await open({ flow: 'two-page' });
      await watched.customer.checkout.submit();
      await watched.customer.checkout.submit();
      return watched;
    },
    'completed',
  ],
  [
    'a decline, and another card',
    async () => {
      const watched = await open();
      script(watched, declined);
      await watched.customer.checkout.submit();
      script(watched, paid());
      await watched.customer.checkout.submit();
      return watched;
    },
    'recovered',
  ],
  [
    'fields that stop a payment, each with a sentence of Stripe’s',
    async () => {
      const watched = await open();
      const { gateway } = watched.customer;
      gateway.validate = () => Promise.resolve([{ field: 'payment', message: EVERYTHING }]);
      gateway.setEmail = () => Promise.resolve({ ok: false, error: { code: 'payment.declined', message: EVERYTHING } });
      expect(await watched.customer.checkout.submit()).toBe('invalid');
      return watched;
    },
    'invalid',
  ],
  [
    'a kind of method that is no word',
    async () => {
      const watched = await open();
      for (const method of [PLANTED.name, PLANTED.card, PLANTED.email, `card ${PLANTED.card}`])
        watched.customer.gateway.say({ type: 'payment.changed', complete: true, method, saved: false });
      return watched;
    },
    'abandoned',
  ],
  [
    'a currency that is none',
    async () => {
      const watched = await open();
      script(watched, paid(PLANTED.name));
      await watched.customer.checkout.submit();
      return watched;
    },
    'completed',
  ],
  [
    'a host that refuses with a sentence',
    async () => {
      const watched = await open();
      watched.customer.host.answer = () => Promise.resolve({ go: false, message: EVERYTHING });
      await watched.customer.checkout.submit();
      return watched;
    },
    'abandoned',
  ],
  [
    'an answer that never says what came of it',
    async () => {
      const watched = await open();
      script(watched, { type: 'unclear', message: EVERYTHING });
      void watched.customer.checkout.submit();
      await watched.customer.reaches('checking');
      return watched;
    },
    'abandoned',
  ],
  [
    'a server that refuses with a problem',
    async () => {
      const problem = { contract: 1, type: 'urn:x', title: EVERYTHING, status: 422, code: 'price.unknown' };
      shop.faults.push(() => HttpResponse.json({ ...problem, detail: EVERYTHING, field: EVERYTHING }, { status: 422 }));
      const watched = visit();
      watched.customer.checkout.load();
      await watched.customer.reaches('failed');
      return watched;
    },
    'abandoned',
  ],
  [
    'a server that names sessions after people',
    async () => {
      shop.faults.push((method) => {
        const clientSecret = shop.sessions.at(-1)?.clientSecret;
        const answer = { contract: 1, gateway: 'checkout_session', ...session, id: PLANTED.email, clientSecret };
        return method === 'POST' ? HttpResponse.json(answer, { status: 201 }) : undefined;
      });
      return open();
    },
    'abandoned',
  ],
  [
    'a page of Stripe’s that breaks',
    async () => {
      const watched = await open();
      const error = { code: 'stripe.frame_failed', message: EVERYTHING, hint: EVERYTHING } as const;
      watched.customer.gateway.say({ type: 'frame.failed', frame: 'payment', error });
      return watched;
    },
    'abandoned',
  ],
  [
    'an earlier visit that paid',
    async () => {
      const browser = { shared: new MemoryStorage(), own: new MemoryStorage() };
      const first = await open(browser);
      await first.customer.checkout.submit();
      const link = `https://invoice.example/?email=${PLANTED.email}`;
      shop.faults.push((method) =>
        method === 'GET'
          ? HttpResponse.json({
              contract: 1,
              id: 'cs_1',
              status: 'complete',
              mode: 'subscription',
              payment: 'paid',
              amount: 1800,
              currency: PLANTED.name,
              attempt: null,
              decline: { code: EVERYTHING, declineCode: EVERYTHING },
              links: { invoice: link, receipt: link, verification: null },
              expectedAt: null,
              livemode: false,
            })
          : undefined,
      );
      const watched = visit(browser);
      watched.customer.checkout.load();
      await watched.customer.reaches('complete');
      return watched;
    },
    'completed',
  ],
];

it.each(STORIES)('leaves with no event: %s', async (_what, live, type) => {
  const { customer, events, types } = await live();
  const known = JSON.stringify([
    customer.checkout.facts,
    customer.state,
    customer.host.emissions,
    customer.gateways.map(({ options }) => options),
  ]);
  expect(findPlanted(known), 'the checkout has met it').toEqual(expect.arrayContaining(['name', 'email']));

  customer.checkout.dispose();
  expect(types()).toContain(type);
  await vi.waitFor(
    () => {
      expect(
        posted.flatMap((body) => (JSON.parse(body) as { events: unknown[] }).events).length,
      ).toBeGreaterThanOrEqual(events.length);
      expect(answered).toHaveLength(posted.length);
    },
    { interval: 1, timeout: 10_000 },
  );
  expect(new Set(answered)).toEqual(new Set([204]));
  await store.close();
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  const lines = files.join('').trimEnd().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(events.length);

  expect(findPlanted(JSON.stringify(customer.checkout.trace)), 'traced').toEqual([]);
  expect(findPlanted(JSON.stringify(events)), 'told').toEqual([]);
  expect(findPlanted(posted.join('\n')), 'posted').toEqual([]);
  expect(findPlanted(files.join('\n')), 'kept').toEqual([]);
  expect(findPlanted((await readdir(folder)).join()), 'named').toEqual([]);
});

it('would be found', () => {
  for (const [what, value] of Object.entries(PLANTED)) {
    expect(findPlanted(`{"code":"${value}"}`), what).toContain(what);
    expect(findPlanted(encodeURIComponent(value).toUpperCase()), what).toContain(what);
  }
  expect(findPlanted(PLANTED.card.replaceAll(' ', ''))).toEqual(['card']);
  expect(findPlanted('0123456789abcdef0123456789abcdef')).toEqual([]);
});
