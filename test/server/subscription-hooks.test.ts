/** The life of a subscription, told to the host: each fact with what Stripe says now, duplicates and disorder changing nothing. */
import { expect, it } from 'vitest';
import type Stripe from 'stripe';
import type { Hooks } from '../../src/server/hooks.js';
import { gate, openShop } from './shop.js';

const START = 1_800_000_000;
const DAY = 86_400;

/** Hooks that write down what they are told, once per fact. */
function listen() {
  const facts: string[] = [];
  const done = new Set<string>();
  const note = ({ fact }: { readonly fact: string }): void => {
    facts.push(fact.replace(/_\w{10,}/g, ''));
  };
  const hooks: Hooks = {
    subscriptionCreated: note,
    trialEnding: note,
    renewed: note,
    paymentFailed: note,
    actionRequired: note,
    recovered: note,
    canceled: note,
    cardUpdated: note,
  };
  const once = async (fact: string, run: () => Promise<void>): Promise<void> => {
    if (done.has(fact)) return;
    await run();
    done.add(fact);
  };
  return { facts, hooks, once };
}

/** Everything that has happened, last first and twice. */
async function replay(stripe: Stripe, handle: (event: Stripe.Event) => Promise<void>): Promise<void> {
  const { data } = await stripe.events.list({ limit: 100 });
  for (const event of [...data, ...data]) await handle(event);
}

async function subscriber(rules = {}) {
  const { facts, ...options } = listen();
  const shop = await openShop({ ...options, ...rules });
  const { stripe, server } = shop;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com', test_clock: clock.id });
  const opened = await shop.open({}, { customer });
  await shop.pay(opened);
  const { subscription } = await stripe.checkout.sessions.retrieve(opened.id);
  const id = String(subscription);
  const advance = (days: number) =>
    stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START + days * DAY });
  return { facts, stripe, server, customer, id, advance, replay: () => replay(stripe, server.handleEvent) };
}

it('tells of a beginning, a renewal and an end, each once', async () => {
  const one = await subscriber();
  await one.advance(32);
  await one.replay();
  expect(one.facts.sort()).toEqual(['subscription.created:sub', 'subscription.renewed:sub:in']);
  await one.stripe.subscriptions.cancel(one.id);
  await one.replay();
  expect(one.facts).toContain('subscription.canceled:sub');
  expect(one.facts).toHaveLength(3);
});

it('tells of a failed payment while it is one, and of the recovery', async () => {
  const one = await subscriber();
  const { stripe } = one;
  const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: one.customer });
  await stripe.subscriptions.update(one.id, { default_payment_method: failing.id });
  await one.advance(32);
  await one.replay();
  expect(one.facts).toContain('subscription.payment_failed:sub:in:1');
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer: one.customer });
  const { latest_invoice: latest } = await stripe.subscriptions.retrieve(one.id);
  await stripe.invoices.pay(String(latest), { payment_method: good.id });
  await one.replay();
  expect(one.facts.sort()).toEqual([
    'subscription.created:sub',
    'subscription.payment_failed:sub:in:1',
    'subscription.recovered:sub:in',
    'subscription.renewed:sub:in',
  ]);
});

it.each([0, 30])('calls no purchase a recovery because a card was declined %d seconds before', async (seconds) => {
  const { facts, ...options } = listen();
  let moment = START * 1000;
  const shop = await openShop(options, { now: () => moment });
  const opened = await shop.open();
  expect((await shop.pay(opened, '4000000000000002')).status).toBe(402);
  moment += seconds * 1000;
  expect((await shop.pay(opened)).status).toBe(200);
  await replay(shop.stripe, shop.server.handleEvent);
  expect(facts).toEqual(['subscription.created:sub']);
});

it('calls it a recovery when a first debit came back and is paid later', async () => {
  const { facts, ...options } = listen();
  let moment = START * 1000;
  const days = gate();
  const shop = await openShop(
    { ...options, features: { paymentMethods: ['card', 'us_bank_account'] } },
    { now: () => moment, wait: () => days.passed },
  );
  const { stripe, server } = shop;
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com' });
  const opened = await shop.open({}, { customer });
  expect((await shop.pay(opened, '4000000000000002')).status).toBe(402);
  const linked = { account_holder_type: 'individual', account_type: 'checking' };
  await shop.pay(opened, {
    type: 'us_bank_account',
    us_bank_account: { ...linked, financial_connections_account: 'fca_test_insufficientFunds' },
    billing_details: { name: 'Ada Lovelace', email: 'ada@example.com' },
  });
  moment += 4 * DAY * 1000;
  days.open();
  const { invoice } = await stripe.checkout.sessions.retrieve(opened.id);
  await replay(stripe, server.handleEvent);
  expect(facts.sort()).toEqual(['subscription.created:sub', 'subscription.payment_failed:sub:in:1']);
  const good = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  await stripe.invoices.pay(String(invoice), { payment_method: good.id });
  await replay(stripe, server.handleEvent);
  expect(facts).toContain('subscription.recovered:sub:in');
});

it('tells of a trial that is about to end, once', async () => {
  const one = await subscriber({ prices: { pro_monthly: { quantity: { min: 1, max: 100 }, trialDays: 14 } } });
  await one.advance(10);
  await one.replay();
  expect(one.facts).toEqual(['subscription.created:sub']);
  await one.advance(12);
  await one.replay();
  expect(one.facts).toEqual(['subscription.created:sub', `subscription.trial_ending:sub:${String(START + 14 * DAY)}`]);
});

it('tells of a renewal that the bank wants to ask about', async () => {
  const one = await subscriber();
  const asks = await one.stripe.paymentMethods.attach('pm_card_authenticationRequired', { customer: one.customer });
  await one.stripe.subscriptions.update(one.id, { default_payment_method: asks.id });
  await one.advance(32);
  await one.replay();
  expect(one.facts.sort()).toEqual([
    'subscription.action_required:sub:in:1',
    'subscription.created:sub',
    'subscription.payment_failed:sub:in:1',
  ]);
});

it('leaves alone what it does not know, whatever the event', async () => {
  const one = await subscriber();
  const { stripe, server } = one;
  const [event] = (await stripe.events.list({ type: 'customer.subscription.created' })).data;
  if (!event) throw new Error('There is no event.');
  const writes = (await stripe.events.list({ limit: 100 })).data.length;
  for (const [type, id] of [
    ['customer.subscription.created', 'sub_unknown'],
    ['customer.subscription.trial_will_end', 'sub_unknown'],
    ['customer.subscription.deleted', 'sub_unknown'],
    ['invoice.paid', 'in_unknown'],
    ['invoice.payment_failed', 'in_unknown'],
    ['invoice.payment_action_required', 'in_unknown'],
    ['payment_method.automatically_updated', 'pm_unknown'],
    ['setup_intent.succeeded', 'seti_unknown'],
    ['checkout.session.completed', 'cs_test_unknown'],
    ['checkout.session.async_payment_failed', 'cs_test_unknown'],
  ]) {
    await server.handleEvent({ ...event, type, data: { object: { id } } } as Stripe.Event);
  }
  expect(one.facts).toEqual([]);
  expect((await stripe.events.list({ limit: 100 })).data).toHaveLength(writes);
});

it('tells of a card that its bank has renewed, by its new number and expiry', async () => {
  const { facts, ...options } = listen();
  const shop = await openShop(options);
  const { stripe, server } = shop;
  const { id: customer } = await stripe.customers.create();
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const updated = await shop.renewCard(method.id, '5555555555554444');
  expect(updated.status).toBe(200);
  await replay(stripe, server.handleEvent);
  expect(facts).toEqual(['card.updated:pm:4444:2035-6']);
  expect(await stripe.paymentMethods.retrieve(method.id)).toMatchObject({
    card: { last4: '4444', exp_month: 6, exp_year: 2035, brand: 'mastercard' },
  });
  expect((await shop.renewCard('pm_none', '4242424242424242')).status).toBe(404);

  const told = { last4: '4444' };
  expect((await shop.open({}, { customer })).updatedCard).toMatchObject(told);
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const { id: price } = await stripe.prices.create({
    product,
    currency: 'usd',
    unit_amount: 100,
    recurring: { interval: 'month' },
  });
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price }], default_payment_method: method.id });
  const asked = { contract: 1, kind: 'subscription', subscription: id };
  const opened = await shop.send('POST', '/sessions', asked, { customer, key: 'purchase-2' });
  expect(await opened.json()).toMatchObject({ gateway: 'setup_intent', updatedCard: told });
  // Told once more, and late, it writes nothing.
  const changes = () => stripe.events.list({ type: 'customer.updated' });
  const before = (await changes()).data.length;
  await replay(stripe, server.handleEvent);
  expect((await changes()).data).toHaveLength(before);
});
