/** What a session may be made with, and what Stripe refuses. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import {
  monthlyPrice,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  refusal,
} from './simulated-account.js';

type Params = Partial<Stripe.Checkout.SessionCreateParams>;
const now = Date.UTC(2026, 0, 1);
const seconds = now / 1000;

describe('a subscription session is refused with', () => {
  it.each<[string, Params, string | undefined]>([
    ['payment data', { payment_intent_data: { description: 'x' } }, 'payment_intent_data'],
    ['a rule for making customers', { customer_creation: 'always' }, 'customer_creation'],
    ['invoice creation', { invoice_creation: { enabled: true } }, 'invoice_creation'],
    ['a success URL', { success_url: 'https://shop.test/thanks' }, 'success_url'],
    ['a cancel URL', { cancel_url: 'https://shop.test' }, 'cancel_url'],
    ['a submit type', { submit_type: 'pay' }, 'submit_type'],
    ['custom text', { custom_text: { submit: { message: 'Go' } } }, 'custom_text'],
    ['customer updates but no customer', { customer_update: { name: 'auto' } }, 'customer_update'],
    ['an expiry in ten minutes', { expires_at: seconds + 600 }, 'expires_at'],
    ['an expiry in two days', { expires_at: seconds + 172_800 }, 'expires_at'],
    ['a trial of no days', { subscription_data: { trial_period_days: 0 } }, 'subscription_data[trial_period_days]'],
    [
      'a trial that ends tomorrow',
      { subscription_data: { trial_end: seconds + 86_400 } },
      'subscription_data[trial_end]',
    ],
    ['no lines', { line_items: [] }, 'line_items'],
    ['an unknown price', { line_items: [{ price: 'price_none', quantity: 1 }] }, 'line_items[0][price]'],
    ['a customer that is not there', { customer: 'cus_none' }, 'customer'],
    ['an email that is none', { customer_email: 'ada' }, 'customer_email'],
    ['a reference of 201 characters', { client_reference_id: 'x'.repeat(201) }, 'client_reference_id'],
    [
      '51 keys of metadata',
      { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${String(i)}`, 'v'])) },
      'metadata',
    ],
    ['a metadata key of 41 characters', { metadata: { ['k'.repeat(41)]: 'v' } }, 'metadata'],
    ['a metadata value of 501 characters', { metadata: { k: 'v'.repeat(501) } }, 'metadata'],
  ])('%s', async (_, params, param) => {
    const { stripe } = openAccount({ now: () => now });

    const error = await refusal(openSubscriptionSession(stripe, params));

    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error', param });
  });

  it('a list of payment method types, no longer supported', async () => {
    const { stripe } = openAccount();
    const extra = { payment_method_types: ['card'] } as Params;

    expect(await refusal(openSubscriptionSession(stripe, extra))).toMatchObject({
      statusCode: 400,
      code: 'payment_method_types_no_longer_supported',
      param: 'payment_method_types',
    });
  });

  it('a parameter Stripe does not know', async () => {
    const { stripe } = openAccount();

    expect(await refusal(openSubscriptionSession(stripe, { colour: 'red' } as Params))).toMatchObject({
      statusCode: 400,
      code: 'parameter_unknown',
      param: 'colour',
      message: 'Received unknown parameter: colour',
    });
  });

  it.each<[string, Params]>([
    ['shipping', { shipping_address_collection: { allowed_countries: ['US'] } }],
    ['an embedded page', { ui_mode: 'embedded_page' }],
  ])('%s, which is not simulated yet, instead of ignoring it', async (_, params) => {
    const { stripe } = openAccount();

    expect((await refusal(openSubscriptionSession(stripe, params))).message).toMatch(/is not simulated yet/);
  });
});

describe('a payment session is refused with', () => {
  it.each<[string, Params, string]>([
    ['subscription data', { subscription_data: { metadata: {}, description: 'x' } }, 'subscription_data'],
    ['a rule for collecting methods', { payment_method_collection: 'if_required' }, 'payment_method_collection'],
  ])('%s', async (_, params, param) => {
    const { stripe } = openAccount();

    expect(await refusal(openPaymentSession(stripe, params))).toMatchObject({ statusCode: 400, param });
  });

  it('a recurring price, and a subscription without one', async () => {
    const { stripe } = openAccount();
    const { id: recurring } = await monthlyPrice(stripe);
    const { id: once } = await stripe.prices.create({
      currency: 'usd',
      unit_amount: 500,
      product_data: { name: 'Once' },
    });
    const open = (mode: 'payment' | 'subscription', price: string) =>
      stripe.checkout.sessions.create({ ui_mode: 'elements', mode, line_items: [{ price, quantity: 1 }] });

    expect((await refusal(open('payment', recurring))).message).toMatch(/passed a recurring price/);
    expect((await refusal(open('subscription', once))).message).toMatch(/at least one recurring price/);
  });

  it('an amount too small to charge', async () => {
    const { stripe } = openAccount();
    const line_items = [
      { price_data: { currency: 'usd', unit_amount: 49, product_data: { name: 'Sweet' } }, quantity: 1 },
    ];

    expect(await refusal(openPaymentSession(stripe, { line_items }))).toMatchObject({
      code: 'amount_too_small',
      message: "The Checkout Session's total amount due must add up to at least $0.50 usd",
    });
  });
});

describe('lines', () => {
  it('must share a currency and a billing interval', async () => {
    const { stripe } = openAccount();
    const monthly = await monthlyPrice(stripe);
    const euro = await monthlyPrice(stripe, { currency: 'eur' });
    const yearly = await monthlyPrice(stripe, { recurring: { interval: 'year' } });
    const open = (...prices: Stripe.Price[]) =>
      openSubscriptionSession(stripe, { line_items: prices.map(({ id }) => ({ price: id, quantity: 1 })) });

    expect((await refusal(open(monthly, euro))).message).toMatch(/same currency/);
    expect((await refusal(open(monthly, yearly))).message).toMatch(/different billing intervals/);
  });

  it('must have an active price of an active product', async () => {
    const { stripe } = openAccount();
    const [first, second] = [await monthlyPrice(stripe), await monthlyPrice(stripe)];
    await stripe.prices.update(first.id, { active: false });
    await stripe.products.update(String(second.product), { active: false });
    const open = ({ id }: Stripe.Price) =>
      openSubscriptionSession(stripe, { line_items: [{ price: id, quantity: 1 }] });

    expect((await refusal(open(first))).message).toMatch(/price specified is inactive/);
    expect((await refusal(open(second))).code).toBe('product_inactive');
  });

  it.each([
    ['none', undefined],
    ['zero', 0],
    ['a million', 1_000_000],
    ['more than the customer may choose', 11],
  ])('must have a sensible quantity, not %s', async (_, quantity) => {
    const { stripe } = openAccount();
    const { id: price } = await monthlyPrice(stripe);
    const line = {
      price,
      adjustable_quantity: { enabled: true, minimum: 1, maximum: 10 },
      ...(quantity === undefined ? {} : { quantity }),
    };

    const error = await refusal(openSubscriptionSession(stripe, { line_items: [line] }));

    expect(error).toMatchObject({ statusCode: 400, param: 'line_items[0][quantity]' });
  });
});

it.each([
  ['jpy', 500, 1, '¥500'],
  ['usd', 500, 100, '$5.00'],
  ['kwd', 500, 1000, 'KWD\u00a00.500'],
])('shows %s with its own minor units', async (currency, amount, divisor, shown) => {
  const { stripe, browse } = openAccount();
  const { id } = await monthlyPrice(stripe, { currency, unit_amount: amount });
  const session = await openSubscriptionSession(stripe, { line_items: [{ price: id, quantity: 1 }] });

  const { page } = await browse(session).init();

  expect(page?.session.minorUnitsAmountDivisor).toBe(divisor);
  expect(page?.session.total.total).toEqual({ minorUnitsAmount: amount, amount: shown });
});

it('expires after a day, or when it was told to', async () => {
  let time = now;
  const { stripe, browse } = openAccount({ now: () => time });
  const short = await openSubscriptionSession(stripe, { expires_at: seconds + 1800 });
  const long = await openSubscriptionSession(stripe);
  expect(long.expires_at).toBe(seconds + 86_400);

  time += 1800_000;

  expect((await stripe.checkout.sessions.retrieve(short.id)).status).toBe('expired');
  expect((await stripe.checkout.sessions.retrieve(long.id)).status).toBe('open');
  expect((await browse(short).init()).error?.code).toBe('checkout_not_active_session');
  expect(await refusal(stripe.checkout.sessions.expire(short.id))).toMatchObject({ statusCode: 400 });
});
