import { describe, expect, it } from 'vitest';
import type { CheckoutFact } from '../../src/server/hooks.js';
import { openShop, ORIGIN, WEBHOOK_SECRET, type Shop } from './shop.js';

/** Delivers an event as Stripe does: signed now, or `age` seconds ago, and without an Origin. */
async function deliver(
  shop: Shop,
  event: object,
  { secret = WEBHOOK_SECRET, age = 0, tamper = (body: string) => body } = {},
): Promise<Response> {
  const payload = JSON.stringify(event);
  const timestamp = Math.floor(Date.now() / 1000) - age;
  const signature = await shop.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
  return shop.server.fetch(
    new Request(`${ORIGIN}/billing/webhooks`, {
      method: 'POST',
      headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
      body: tamper(payload),
    }),
  );
}

const toEvent = (type: string, object: object) => ({
  id: 'evt_1',
  object: 'event',
  created: 1_800_000_000,
  type,
  data: { object },
});

/** A shop that remembers what its hooks were told. */
async function openListeningShop(options: Parameters<typeof openShop>[0] = {}) {
  const told: string[] = [];
  const tell = ({ fact }: CheckoutFact): void => void told.push(fact);
  const shop = await openShop({ hooks: { completed: tell, failed: tell, expired: tell }, ...options });
  return { shop, told };
}

describe('a webhook', () => {
  it('tells the completed hook what has been paid, as Stripe has it now', async () => {
    const facts: CheckoutFact[] = [];
    const shop = await openShop({ hooks: { completed: (fact) => void facts.push(fact) } });
    const { id, ...session } = await shop.open();
    await shop.pay({ id, ...session });
    const stale = toEvent('checkout.session.completed', { id, object: 'checkout.session', status: 'open' });
    expect((await deliver(shop, stale)).status).toBe(200);
    expect(facts).toMatchObject([
      { fact: `checkout.completed:${id}:paid`, session: { id, status: 'complete' }, truth: { status: 'complete' } },
    ]);
  });

  it('tells which variant was paid in, as the session’s metadata says', async () => {
    const facts: CheckoutFact[] = [];
    const shop = await openShop({ hooks: { completed: (fact) => void facts.push(fact) } });
    const session = await shop.open({
      experiment: { name: 'flow', variant: 'one-page', unit: 'visitor-42', fallback: true },
    });
    await shop.change(session.id, { change: 'experiment', switched: true });
    await shop.pay(session);
    await deliver(shop, toEvent('checkout.session.completed', { id: session.id }));
    const unitHash = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
    expect(facts.map(({ assignment }) => assignment)).toEqual([
      { name: 'flow', variant: 'one-page', unitHash, fallback: true, differs: true, switched: true },
    ]);
  });

  it('tells of no variant outside an experiment, nor of one that somebody has edited away', async () => {
    const facts: CheckoutFact[] = [];
    const shop = await openShop({ hooks: { completed: (fact) => void facts.push(fact) } });
    const plain = await shop.open();
    const edited = await shop.open(
      { experiment: { name: 'flow', variant: 'one-page', unit: 'visitor-42' } },
      { key: 'purchase-2' },
    );
    await shop.stripe.checkout.sessions.update(edited.id, { metadata: { billing_variant: 'One page!' } });
    for (const session of [plain, edited]) {
      await shop.pay(session);
      await deliver(shop, toEvent('checkout.session.completed', { id: session.id }));
    }
    expect(facts.map(({ assignment }) => assignment)).toEqual([null, null]);
  });

  it('is delivered by the simulator’s own endpoint, too', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session);
    const { data } = await shop.stripe.events.list({ type: 'checkout.session.completed' });
    expect(data).toHaveLength(1);
    for (const event of data) await deliver(shop, event);
    expect(told).toEqual([`checkout.completed:${session.id}:paid`]);
  });

  it('tells the same fact when it comes twice, and never tells of a session that is still open', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    const event = toEvent('checkout.session.completed', { id: session.id });
    await deliver(shop, event);
    expect(told).toEqual([]);
    await shop.pay(session);
    await deliver(shop, event);
    await deliver(shop, event);
    expect(new Set(told).size).toBe(1);
  });

  it('runs the hook once where the shop remembers facts', async () => {
    const done = new Set<string>();
    const { shop, told } = await openListeningShop({
      once: async (fact, run) => {
        if (done.has(fact)) return;
        await run();
        done.add(fact);
      },
    });
    const session = await shop.open();
    await shop.pay(session);
    for (let i = 0; i < 3; i += 1) await deliver(shop, toEvent('checkout.session.completed', { id: session.id }));
    expect(told).toHaveLength(1);
  });

  it('tells of a session that has expired', async () => {
    const { shop, told } = await openListeningShop();
    const { id } = await shop.open();
    await shop.stripe.checkout.sessions.expire(id);
    await deliver(shop, toEvent('checkout.session.expired', { id }));
    expect(told).toEqual([`checkout.expired:${id}:expired`]);
  });

  it('settles before anybody has read the session', async () => {
    const shop = await openShop();
    const session = await shop.open();
    await shop.pay(session);
    await deliver(shop, toEvent('checkout.session.completed', { id: session.id }));
    const { customer } = await shop.stripe.checkout.sessions.retrieve(session.id, { expand: ['customer'] });
    expect(customer).toMatchObject({ invoice_settings: { default_payment_method: expect.stringMatching(/^pm_/) } });
  });

  it('is sent again when a hook throws', async () => {
    const shop = await openShop({
      onError: () => undefined,
      hooks: {
        completed: () => {
          throw new Error('The database is away.');
        },
      },
    });
    const session = await shop.open();
    await shop.pay(session);
    const response = await deliver(shop, toEvent('checkout.session.completed', { id: session.id }));
    expect(response.status).toBe(500);
    expect(JSON.stringify(await response.json())).not.toContain('database');
  });

  it('of a kind that means nothing here is fine', async () => {
    const shop = await openShop();
    expect((await deliver(shop, toEvent('customer.tax_id.created', { id: 'txi_1' }))).status).toBe(200);
  });

  it('of a dispute is left alone: what was paid stays complete', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session, '4000000000000259');
    const { data } = await shop.stripe.events.list({ type: 'charge.dispute.created' });
    expect(data).toHaveLength(1);
    for (const event of data) expect((await deliver(shop, event)).status).toBe(200);
    expect((await shop.truth(session.id)).status).toBe('complete');
    expect(told).toEqual([]);
  });

  it('of a session somebody else made is left alone', async () => {
    const { shop, told } = await openListeningShop();
    const { id } = await shop.stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      line_items: [{ price: shop.prices.monthly.id, quantity: 1 }],
    });
    await shop.stripe.checkout.sessions.expire(id);
    expect((await deliver(shop, toEvent('checkout.session.expired', { id }))).status).toBe(200);
    expect((await deliver(shop, toEvent('checkout.session.expired', { id: 'cs_gone' }))).status).toBe(200);
    expect(told).toEqual([]);
  });

  it('may be signed by any of the secrets while one is being replaced', async () => {
    const shop = await openShop({ webhookSecret: ['whsec_new', 'whsec_old'] });
    const event = toEvent('ping', {});
    expect((await deliver(shop, event, { secret: 'whsec_old' })).status).toBe(200);
    expect((await deliver(shop, event, { secret: 'whsec_new' })).status).toBe(200);
    expect((await deliver(shop, event, { secret: 'whsec_other' })).status).toBe(400);
  });

  it.each([
    ['signed with another secret', { secret: 'whsec_forged' }],
    ['changed after it was signed', { tamper: (body: string) => body.replace('evt_1', 'evt_2') }],
    ['signed six minutes ago', { age: 360 }],
  ])('%s is refused', async (_what, how) => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session);
    const response = await deliver(shop, toEvent('checkout.session.completed', { id: session.id }), how);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'webhook.signature' });
    expect(told).toEqual([]);
  });

  it.each([
    ['no signature', {}],
    ['a signature that is none', { 'stripe-signature': 'hello' }],
  ])('with %s is refused', async (_what, headers) => {
    const shop = await openShop();
    const request = new Request(`${ORIGIN}/billing/webhooks`, { method: 'POST', headers, body: '{}' });
    const response = await shop.server.fetch(request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'webhook.signature' });
  });

  it('that is signed but is no event is refused', async () => {
    const shop = await openShop();
    expect((await deliver(shop, {}, { tamper: () => '' })).status).toBe(400);
    const payload = 'not json';
    const signature = await shop.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: WEBHOOK_SECRET });
    const response = await shop.server.fetch(
      new Request(`${ORIGIN}/billing/webhooks`, {
        method: 'POST',
        headers: { 'stripe-signature': signature },
        body: payload,
      }),
    );
    expect(response.status).toBe(400);
  });

  it.each([
    ['no type', { type: undefined }],
    ['no object', { data: {} }],
    ['an object that is none', { data: { object: 'cs_test_1' } }],
    ['an id that is none', { data: { object: { id: 7 } } }],
    ['an id without a character', { data: { object: { id: '' } } }],
    ['an id with half a character', { data: { object: { id: '\ud800' } } }],
  ])('that is signed but has %s is refused', async (_what, change) => {
    const { shop, told } = await openListeningShop();
    const response = await deliver(shop, { ...toEvent('checkout.session.completed', { id: 'cs_1' }), ...change });
    expect(response.status).toBe(400);
    expect(told).toEqual([]);
  });

  it('that comes in small pieces is taken, however characters are cut', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session);
    const payload = JSON.stringify({ ...toEvent('checkout.session.completed', { id: session.id }), note: 'ß€🏠' });
    const signature = await shop.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: WEBHOOK_SECRET });
    const bytes = new TextEncoder().encode(payload);
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += 1)));
        else controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'stripe-signature': signature }, body, duplex: 'half' } as const;
    expect((await shop.server.fetch(new Request(`${ORIGIN}/billing/webhooks`, init))).status).toBe(200);
    expect(told).toEqual([`checkout.completed:${session.id}:paid`]);
  });

  it('that is huge is taken up to a megabyte, and refused from there', async () => {
    const shop = await openShop();
    const filled = (size: number) => ({ ...toEvent('ping', {}), note: 'x'.repeat(size) });
    expect((await deliver(shop, filled(900_000))).status).toBe(200);
    expect((await deliver(shop, filled(1_100_000))).status).toBe(413);
  });

  it('that comes before an older one, or after the end, tells what is so now', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session);
    for (const type of ['expired', 'async_payment_failed', 'completed', 'async_payment_succeeded'])
      await deliver(shop, toEvent(`checkout.session.${type}`, { id: session.id }));
    expect(new Set(told)).toEqual(new Set([`checkout.completed:${session.id}:paid`]));
  });

  it('about something that has no id is fine', async () => {
    const shop = await openShop();
    expect((await deliver(shop, toEvent('balance.available', { object: 'balance' }))).status).toBe(200);
  });

  it('finds no route while there is no secret', async () => {
    const shop = await openShop({ webhookSecret: [] });
    expect((await deliver(shop, toEvent('ping', {}))).status).toBe(404);
  });
});

describe('handleEvent', () => {
  it('does the same for an endpoint the shop has already', async () => {
    const { shop, told } = await openListeningShop();
    const session = await shop.open();
    await shop.pay(session);
    const { data } = await shop.stripe.events.list({ type: 'checkout.session.completed' });
    for (const event of data) await shop.server.handleEvent(event);
    expect(told).toEqual([`checkout.completed:${session.id}:paid`]);
  });
});
