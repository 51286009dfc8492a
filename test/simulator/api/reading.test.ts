/** Lists and expansion. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  refusal,
} from './simulated-account.js';

const email = 'ada@example.com';

async function openWithCustomers(names: readonly string[]) {
  let now = Date.UTC(2026, 0, 1);
  const account = openAccount({ now: () => now });
  const made: Stripe.Customer[] = [];
  for (const name of names) {
    made.push(await account.stripe.customers.create({ name, email: `${name}@example.com` }));
    now += 1000;
  }
  return { ...account, made };
}

describe('a list', () => {
  it('gives the newest first, page after page', async () => {
    const { stripe } = await openWithCustomers(['a', 'b', 'c', 'd', 'e']);

    const first = await stripe.customers.list({ limit: 2 });
    expect(first).toMatchObject({ object: 'list', url: '/v1/customers', has_more: true });
    expect(first.data.map(({ name }) => name)).toEqual(['e', 'd']);
    const second = await stripe.customers.list({ limit: 2, starting_after: first.data[1]?.id ?? '' });
    expect(second.data.map(({ name }) => name)).toEqual(['c', 'b']);
    const back = await stripe.customers.list({ limit: 2, ending_before: second.data[0]?.id ?? '' });
    expect(back.data.map(({ name }) => name)).toEqual(['e', 'd']);
    expect(back.has_more).toBe(false);
    expect((await all(stripe.customers.list({ limit: 2 }))).map(({ name }) => name)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  it('filters by time and by email', async () => {
    const { stripe, made } = await openWithCustomers(['a', 'b', 'c']);
    const [a, b] = made;

    const since = await all(stripe.customers.list({ created: { gte: b?.created ?? 0 } }));
    expect(since.map(({ name }) => name)).toEqual(['c', 'b']);
    expect(await all(stripe.customers.list({ created: a?.created ?? 0 }))).toMatchObject([{ name: 'a' }]);
    expect(await all(stripe.customers.list({ email: 'b@example.com' }))).toMatchObject([{ name: 'b' }]);
  });

  it.each([0, 101])('refuses a limit of %i', async (limit) => {
    const { stripe } = openAccount();

    expect(await refusal(stripe.customers.list({ limit }).then((page) => page))).toMatchObject({
      statusCode: 400,
      param: 'limit',
    });
  });

  it('refuses a cursor that names nothing', async () => {
    const { stripe } = await openWithCustomers(['a']);

    expect(await refusal(stripe.customers.list({ starting_after: 'cus_none' }).then((page) => page))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      param: 'starting_after',
    });
  });

  it('of sessions filters by customer, email, status, intent and subscription', async () => {
    const { stripe, browse } = openAccount();
    const { id: customer } = await stripe.customers.create({ email: 'known@example.com' });
    const open = await openPaymentSession(stripe, { customer });
    const paid = await openPaymentSession(stripe);
    const subscribed = await openSubscriptionSession(stripe);
    await browse(paid).confirm({ expected_amount: 2000, email, payment_method_data: cardData(cards.visa) });
    await browse(subscribed).confirm({ expected_amount: 1000, email, payment_method_data: cardData(cards.visa) });
    const [intent] = await all(stripe.paymentIntents.list());
    const [subscription] = await all(stripe.subscriptions.list());
    const ids = async (params: Stripe.Checkout.SessionListParams) =>
      (await all(stripe.checkout.sessions.list(params))).map(({ id }) => id);

    expect(await ids({})).toEqual([subscribed.id, paid.id, open.id]);
    expect(await ids({ customer })).toEqual([open.id]);
    expect(await ids({ status: 'complete' })).toEqual([subscribed.id, paid.id]);
    expect(await ids({ customer_details: { email } })).toEqual([subscribed.id, paid.id]);
    expect(await ids({ subscription: subscription?.id ?? '' })).toEqual([subscribed.id]);
    // The intent of a subscription's payment leads to no session.
    expect(await ids({ payment_intent: intent?.id ?? '' })).toEqual([]);
    const done = await stripe.checkout.sessions.retrieve(paid.id);
    expect(await ids({ payment_intent: String(done.payment_intent) })).toEqual([paid.id]);
  });
});

describe('expanding', () => {
  it('goes four levels deep and no deeper', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe);
    await browse(session).confirm({ expected_amount: 1000, email, payment_method_data: cardData(cards.visa) });
    const { invoice } = await stripe.checkout.sessions.retrieve(session.id);

    const found = await stripe.invoices.retrieve(String(invoice), { expand: ['payments.data.payment.payment_intent'] });
    expect(found.payments?.data).toMatchObject([
      { is_default: true, payment: { payment_intent: { object: 'payment_intent' } } },
    ]);

    const deeper = stripe.checkout.sessions.retrieve(session.id, {
      expand: ['invoice.payments.data.payment.payment_intent'],
    });
    expect((await refusal(deeper)).code).toBe('property_expansion_max_depth');
  });

  it('shows line items and their products only when asked', async () => {
    const { stripe } = openAccount();
    const session = await openSubscriptionSession(stripe);
    expect(session.line_items).toBeUndefined();

    const found = await stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items.data.price.product'] });

    expect(found.line_items?.data).toMatchObject([
      { quantity: 1, amount_total: 1000, price: { product: { name: 'Pro' } } },
    ]);
  });

  it.each(['metadata', 'colour', 'customer.colour', 'line_items.price'])('refuses %s', async (path) => {
    const { stripe } = openAccount();
    const { id: customer } = await stripe.customers.create();
    const session = await openSubscriptionSession(stripe, { customer });

    expect(await refusal(stripe.checkout.sessions.retrieve(session.id, { expand: [path] }))).toMatchObject({
      statusCode: 400,
      message: `This property cannot be expanded (${path}).`,
    });
  });

  it('does not change what is stored', async () => {
    const { stripe } = openAccount();
    const { id } = await monthlyPrice(stripe);
    expect((await stripe.prices.retrieve(id, { expand: ['product'] })).product).toMatchObject({ name: 'Pro' });

    expect((await stripe.prices.retrieve(id)).product).toMatch(/^prod_/);
  });
});
