/** Customers, their cards, and the catalog. */
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openSubscriptionSession,
  refusal,
} from './simulated-account.js';

const email = 'ada@example.com';

async function openCustomer() {
  const account = openAccount();
  const { id: customer } = await account.stripe.customers.create({ email, metadata: { team: 'engines' } });
  return { ...account, customer };
}

describe('a customer', () => {
  it('is changed field by field, and fields can be emptied', async () => {
    const { stripe, customer } = await openCustomer();

    await stripe.customers.update(customer, {
      name: 'Ada',
      address: { country: 'GB' },
      metadata: { team: '', seat: '1' },
    });
    const changed = await stripe.customers.update(customer, { email: '' });

    expect(changed).toMatchObject({
      email: null,
      name: 'Ada',
      address: { country: 'GB', line1: null },
      metadata: { seat: '1' },
    });
    expect(changed.metadata).not.toHaveProperty('team');
  });

  it('is remembered as deleted', async () => {
    const { stripe, customer } = await openCustomer();
    await stripe.paymentMethods.attach('pm_card_visa', { customer });

    expect(await stripe.customers.del(customer)).toEqual({ id: customer, object: 'customer', deleted: true });

    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    expect(await all(stripe.customers.list())).toEqual([]);
    expect(await refusal(stripe.customers.update(customer, { name: 'Ada' }))).toMatchObject({ statusCode: 404 });
    expect(await refusal(openSubscriptionSession(stripe, { customer }))).toMatchObject({ code: 'resource_missing' });
  });

  it('takes its subscriptions with it', async () => {
    const { stripe, customer, browse } = await openCustomer();
    const session = await openSubscriptionSession(stripe, { customer });
    await browse(session).confirm({ expected_amount: 1000, payment_method_data: cardData(cards.visa) });
    expect(await all(stripe.subscriptions.list({ customer }))).toMatchObject([{ status: 'active' }]);

    await stripe.customers.del(customer);

    expect(await all(stripe.subscriptions.list({ customer }))).toEqual([]);
    expect(await all(stripe.subscriptions.list({ customer, status: 'canceled' }))).toHaveLength(1);
  });
});

describe('a card', () => {
  it('is attached, preferred, listed and detached', async () => {
    const { stripe, customer } = await openCustomer();
    const { id: method } = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } });
    const { invoice_settings: settings } = await stripe.customers.update(customer, {
      expand: ['invoice_settings.default_payment_method'],
    });
    expect(settings.default_payment_method).toMatchObject({ id: method, card: { brand: 'mastercard', last4: '4444' } });
    expect(await all(stripe.customers.listPaymentMethods(customer))).toMatchObject([{ id: method }]);

    expect((await stripe.paymentMethods.detach(method)).customer).toBeNull();

    expect(await all(stripe.customers.listPaymentMethods(customer))).toEqual([]);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({
      invoice_settings: { default_payment_method: null },
    });
    expect((await refusal(stripe.paymentMethods.detach(method))).statusCode).toBe(400);
  });

  it('belongs to one customer', async () => {
    const { stripe, customer } = await openCustomer();
    const { id: other } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });

    expect(await refusal(stripe.paymentMethods.attach(method, { customer: other }))).toMatchObject({ statusCode: 400 });
    const preferred = stripe.customers.update(other, { invoice_settings: { default_payment_method: method } });
    expect(await refusal(preferred)).toMatchObject({ param: 'invoice_settings[default_payment_method]' });
  });

  it('says whether it may be offered again', async () => {
    const { stripe, customer } = await openCustomer();
    const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });

    await stripe.paymentMethods.update(method, { allow_redisplay: 'always' });

    const offered = await all(stripe.customers.listPaymentMethods(customer, { allow_redisplay: 'always' }));
    expect(offered).toMatchObject([{ id: method, allow_redisplay: 'always' }]);
  });
});

describe('a subscription', () => {
  it('takes another card of its customer, and no card of another', async () => {
    const { stripe, customer, browse } = await openCustomer();
    const session = await openSubscriptionSession(stripe, { customer });
    await browse(session).confirm({ expected_amount: 1000, payment_method_data: cardData(cards.visa) });
    const [subscription] = await all(stripe.subscriptions.list({ customer }));
    const id = subscription?.id ?? '';
    const own = await stripe.paymentMethods.attach('pm_card_amex', { customer });
    const { id: other } = await stripe.customers.create();
    const foreign = await stripe.paymentMethods.attach('pm_card_visa', { customer: other });

    const changed = await stripe.subscriptions.update(id, { default_payment_method: own.id, metadata: { seat: '1' } });

    expect(changed).toMatchObject({ default_payment_method: own.id, metadata: { seat: '1' } });
    const wrong = stripe.subscriptions.update(id, { default_payment_method: foreign.id });
    expect(await refusal(wrong)).toMatchObject({ param: 'default_payment_method' });
  });

  it('is canceled once', async () => {
    const { stripe, customer, browse } = await openCustomer();
    const session = await openSubscriptionSession(stripe, { customer });
    await browse(session).confirm({ expected_amount: 1000, payment_method_data: cardData(cards.visa) });
    const [subscription] = await all(stripe.subscriptions.list({ customer }));

    expect(await stripe.subscriptions.cancel(subscription?.id ?? '')).toMatchObject({ status: 'canceled' });

    expect(await refusal(stripe.subscriptions.cancel(subscription?.id ?? ''))).toMatchObject({ statusCode: 404 });
    expect(await all(stripe.subscriptions.list({ customer }))).toEqual([]);
  });
});

describe('a lookup key', () => {
  it('names one price and moves only when told to', async () => {
    const { stripe } = openAccount();
    const first = await monthlyPrice(stripe, { lookup_key: 'pro' });
    expect((await refusal(monthlyPrice(stripe, { lookup_key: 'pro' }))).message).toContain(
      'already uses that lookup key',
    );

    const second = await monthlyPrice(stripe, { lookup_key: 'pro', transfer_lookup_key: true });

    const { data } = await stripe.prices.list({ lookup_keys: ['pro', 'none'] });
    expect(data.map(({ id }) => id)).toEqual([second.id]);
    expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });
});

it('arrives in the SDK with exact decimals', async () => {
  const { stripe } = openAccount();

  const price = await monthlyPrice(stripe);

  expect(price.unit_amount_decimal?.toString()).toBe('1000');
});

describe('a refused request leaves nothing behind:', () => {
  it('no customer whose card was declined', async () => {
    const { stripe } = openAccount();

    const declined = await refusal(stripe.customers.create({ payment_method: 'pm_card_visa_chargeDeclined' }));

    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect(await all(stripe.customers.list())).toEqual([]);
    expect(await all(stripe.events.list())).toEqual([]);
  });

  it('no product of a session whose other line is wrong', async () => {
    const { stripe } = openAccount();
    const inline = {
      currency: 'usd',
      unit_amount: 500,
      recurring: { interval: 'month' as const },
      product_data: { name: 'Seat' },
    };
    const line_items = [
      { price_data: inline, quantity: 1 },
      { price: 'price_none', quantity: 1 },
    ];

    await refusal(stripe.checkout.sessions.create({ ui_mode: 'elements', mode: 'subscription', line_items }));

    expect(await all(stripe.products.list())).toEqual([]);
    expect(await all(stripe.events.list())).toEqual([]);
  });
});
