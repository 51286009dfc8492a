/** A customer pays for a subscription. */
import { expect, it } from 'vitest';
import { all, cardData, cards, openAccount, openSubscriptionSession } from './simulated-account.js';

it('finds prices by lookup key', async () => {
  const { stripe } = openAccount();
  const product = await stripe.products.create({ name: 'Pro' });
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    lookup_key: 'pro_monthly',
  });

  const found = await stripe.prices.list({ lookup_keys: ['pro_monthly'], expand: ['data.product'] });

  expect(found.data.map(({ id }) => id)).toEqual([price.id]);
  expect(found.data[0]?.product).toMatchObject({ id: product.id, name: 'Pro' });
});

it('opens a page whose totals the customer can read', async () => {
  const { stripe, browse } = openAccount();
  const session = await openSubscriptionSession(stripe);

  const { page } = await browse(session).init();

  expect(page?.session).toMatchObject({
    id: session.id,
    currency: 'usd',
    minorUnitsAmountDivisor: 100,
    status: { type: 'open' },
    total: { total: { minorUnitsAmount: 1000, amount: '$10.00' } },
    recurring: { interval: 'month', dueNext: { total: { minorUnitsAmount: 1000 } } },
  });
});

it('makes the subscription and its paid invoice when the payment is through, not before', async () => {
  const { stripe, browse } = openAccount();
  const session = await openSubscriptionSession(stripe);
  expect(await all(stripe.subscriptions.list())).toEqual([]);
  expect(await all(stripe.customers.list())).toEqual([]);

  const { page } = await browse(session).confirm({
    expected_amount: 1000,
    email: 'ada@example.com',
    payment_method_data: cardData(cards.visa),
  });

  expect(page?.session.status).toEqual({ type: 'complete', paymentStatus: 'paid' });
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription', 'customer'] });
  expect(done).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    payment_intent: null,
    subscription: { status: 'active', items: { data: [{ quantity: 1 }] } },
    customer: { email: 'ada@example.com', name: 'Ada Lovelace' },
  });
  const invoice = await stripe.invoices.retrieve(String(done.invoice), {
    expand: ['payments.data.payment.payment_intent'],
  });
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 1000, billing_reason: 'subscription_create' });
  expect(invoice.payments?.data[0]?.payment.payment_intent).toMatchObject({
    status: 'succeeded',
    amount: 1000,
    metadata: {},
  });
});

it('expires an open session on request', async () => {
  const { stripe, browse } = openAccount();
  const session = await openSubscriptionSession(stripe);

  const expired = await stripe.checkout.sessions.expire(session.id);

  expect(expired.status).toBe('expired');
  const { error } = await browse(session).init();
  expect(error?.code).toBe('checkout_not_active_session');
});
