/** Events, and the webhooks that carry them. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import {
  all,
  cardData,
  cards,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  refusal,
} from './simulated-account.js';

const email = 'ada@example.com';
const hook = 'https://shop.test/webhooks';

interface Delivery {
  readonly payload: string;
  readonly signature: string;
}

/** A shop that takes webhooks and answers what it is told to. */
function openShop(answer: (delivery: Delivery) => number = () => 200) {
  const deliveries: Delivery[] = [];
  const waits: number[] = [];
  const options: SimulatorOptions = {
    fetch: (input, init) => {
      expect(input).toBe(hook);
      const delivery = {
        payload: String(init?.body),
        signature: new Headers(init?.headers).get('stripe-signature') ?? '',
      };
      deliveries.push(delivery);
      return Promise.resolve(new Response(null, { status: answer(delivery) }));
    },
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const types = () => deliveries.map(({ payload }) => (JSON.parse(payload) as Stripe.Event).type);
  return { deliveries, waits, options, types };
}

type EnabledEvent = Stripe.WebhookEndpointCreateParams.EnabledEvent;

async function subscribe(stripe: Stripe, enabled_events: EnabledEvent[] = ['*']): Promise<Stripe.WebhookEndpoint> {
  return stripe.webhookEndpoints.create({ url: hook, enabled_events });
}

it('delivers what the official SDK accepts as signed', async () => {
  const shop = openShop();
  const { stripe, simulator } = openAccount(shop.options);
  const { secret } = await subscribe(stripe);
  const customer = await stripe.customers.create({ email });
  await simulator.settled();

  const [{ payload, signature } = { payload: '', signature: '' }] = shop.deliveries;
  const event = stripe.webhooks.constructEvent(payload, signature, secret ?? '');

  expect(event).toMatchObject({
    object: 'event',
    type: 'customer.created',
    api_version: '2026-10-28.endive',
    livemode: false,
    pending_webhooks: 1,
    data: { object: { id: customer.id, email } },
    request: { id: customer.lastResponse.requestId },
  });
  expect(() => stripe.webhooks.constructEvent(payload, signature, 'whsec_other')).toThrow(/No signatures found/);
  expect(() => stripe.webhooks.constructEvent(`${payload} `, signature, secret ?? '')).toThrow(/No signatures found/);
});

it('tells of a guest’s subscription in the order things came about', async () => {
  const shop = openShop();
  const { stripe, simulator, browse } = openAccount(shop.options);
  const session = await openSubscriptionSession(stripe);
  await subscribe(stripe);

  await browse(session).confirm({ expected_amount: 1000, email, payment_method_data: cardData(cards.visa) });
  await simulator.settled();

  expect(shop.types()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'customer.created',
    'payment_method.attached',
    'customer.subscription.created',
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
    'checkout.session.completed',
  ]);
});

it('tells only what an endpoint asked for', async () => {
  const shop = openShop();
  const { stripe, simulator, browse } = openAccount(shop.options);
  await subscribe(stripe, ['checkout.session.completed', 'payment_intent.payment_failed']);
  const session = await openPaymentSession(stripe);
  const browser = browse(session);
  await browser.confirm({ expected_amount: 2000, email, payment_method_data: cardData(cards.declined) });
  await browser.confirm({ expected_amount: 2000, payment_method_data: cardData(cards.visa) });
  await simulator.settled();

  expect(shop.types()).toEqual(['payment_intent.payment_failed', 'checkout.session.completed']);
});

it('tells of a session that expires', async () => {
  let now = Date.UTC(2026, 0, 1);
  const shop = openShop();
  const { stripe, simulator } = openAccount({ ...shop.options, now: () => now });
  await openSubscriptionSession(stripe);
  await subscribe(stripe, ['checkout.session.expired']);
  now += 24 * 60 * 60 * 1000;

  await stripe.checkout.sessions.list();
  await simulator.settled();

  expect(shop.types()).toEqual(['checkout.session.expired']);
});

describe('a delivery that is refused', () => {
  it('is tried again, each time with a fresh signature, until it is taken', async () => {
    let now = Date.UTC(2026, 0, 1);
    let tries = 0;
    const shop = openShop(() => ((tries += 1) < 3 ? 500 : 204));
    const wait = (ms: number): Promise<void> => {
      now += ms;
      return Promise.resolve();
    };
    const { stripe, simulator } = openAccount({ ...shop.options, wait, now: () => now });
    const { secret } = await subscribe(stripe);
    await stripe.customers.create();
    await simulator.settled();

    expect(shop.deliveries).toHaveLength(3);
    expect(new Set(shop.deliveries.map(({ payload }) => payload)).size).toBe(1);
    expect(new Set(shop.deliveries.map(({ signature }) => signature)).size).toBe(3);
    for (const { payload, signature } of shop.deliveries) {
      const verified = stripe.webhooks.constructEvent(payload, signature, secret ?? '', Number.MAX_SAFE_INTEGER);
      expect(verified.type).toBe('customer.created');
    }
    expect(await all(stripe.events.list())).toMatchObject([{ pending_webhooks: 0 }]);
  });

  it('is given up after three more tries and stays pending', async () => {
    const shop = openShop(() => 302);
    const { stripe, simulator } = openAccount(shop.options);
    await subscribe(stripe);
    await stripe.customers.create();
    await simulator.settled();

    expect(shop.deliveries).toHaveLength(4);
    expect(shop.waits).toEqual([1_000, 5_000, 25_000]);
    expect(await all(stripe.events.list({ delivery_success: false }))).toMatchObject([{ type: 'customer.created' }]);
  });
});

describe('on demand webhooks come', () => {
  it('late', async () => {
    const shop = openShop();
    const { stripe, simulator, name } = openAccount(shop.options);
    await subscribe(stripe);
    simulator.webhooks.hold(name);
    await stripe.customers.create();
    await simulator.settled();
    expect(shop.deliveries).toEqual([]);

    simulator.webhooks.release(name);
    await simulator.settled();

    expect(shop.types()).toEqual(['customer.created']);
  });

  it('doubled and in reverse', async () => {
    const shop = openShop();
    const { stripe, simulator, name } = openAccount(shop.options);
    await subscribe(stripe);
    simulator.webhooks.hold(name);
    await stripe.customers.create();
    await stripe.products.create({ name: 'Pro' });

    simulator.webhooks.release(name, { order: 'reversed', copies: 2 });
    await simulator.settled();

    expect(shop.types()).toEqual(['product.created', 'product.created', 'customer.created', 'customer.created']);
  });
});

describe('a webhook endpoint', () => {
  it('shows its secret only when it is made', async () => {
    const { stripe } = openAccount();
    const made = await subscribe(stripe);
    expect(made.secret).toMatch(/^whsec_\w{32}$/);

    expect(await stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty('secret');
    expect((await all(stripe.webhookEndpoints.list()))[0]).not.toHaveProperty('secret');
  });

  it('gets nothing once it is disabled or deleted', async () => {
    const shop = openShop();
    const { stripe, simulator } = openAccount(shop.options);
    const first = await subscribe(stripe);
    const second = await subscribe(stripe);
    await stripe.webhookEndpoints.update(first.id, { disabled: true });
    expect(await stripe.webhookEndpoints.del(second.id)).toEqual({
      id: second.id,
      object: 'webhook_endpoint',
      deleted: true,
    });

    await stripe.customers.create();
    await simulator.settled();

    expect(shop.deliveries).toEqual([]);
  });

  it('must have a URL', async () => {
    const { stripe } = openAccount();

    const made = stripe.webhookEndpoints.create({ url: 'shop.test', enabled_events: ['*'] });

    expect(await refusal(made)).toMatchObject({ code: 'url_invalid', param: 'url' });
  });
});

it('keeps events as they were, newest first', async () => {
  const { stripe } = openAccount();
  const customer = await stripe.customers.create({ email });
  await stripe.customers.update(customer.id, { email: 'ada.king@example.com' });

  const [updated, created] = await all(stripe.events.list({ type: 'customer.*' }));

  expect(created).toMatchObject({ type: 'customer.created', data: { object: { email } } });
  expect(updated).toMatchObject({
    type: 'customer.updated',
    data: { object: { email: 'ada.king@example.com' }, previous_attributes: { email } },
  });
  expect(await stripe.events.retrieve(updated?.id ?? '')).toMatchObject({ id: updated?.id });
});
