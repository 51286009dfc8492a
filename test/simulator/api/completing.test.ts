/** What a completed session leaves behind. */
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
} from './simulated-account.js';

const email = 'ada@example.com';
const pay = (amount: number, number: string = cards.visa) => ({
  expected_amount: amount,
  payment_method_data: cardData(number),
});

describe('a subscription', () => {
  it('keeps its card for its renewals, not as the default of the customer', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe);

    await browse(session).confirm({ ...pay(1000), email });

    const { subscription } = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription.default_payment_method', 'subscription.customer'],
    });
    expect(subscription).toMatchObject({
      default_payment_method: { card: { last4: '4242' }, allow_redisplay: 'limited' },
      customer: { invoice_settings: { default_payment_method: null } },
    });
  });

  it('offers the card again when the customer asked to save it', async () => {
    const { stripe, browse } = openAccount();
    const saving = { saved_payment_method_options: { payment_method_save: 'enabled' } } as const;
    const { id: customer } = await stripe.customers.create({ email });
    const first = await openSubscriptionSession(stripe, { customer, ...saving });
    expect((await browse(first).init()).page?.session.savedPaymentMethods).toEqual([]);
    await browse(first).confirm({ ...pay(1000), save_payment_method: true });

    const second = await openSubscriptionSession(stripe, { customer });
    const browser = browse(second);
    const { page } = await browser.init();

    expect(page?.session.savedPaymentMethods).toMatchObject([{ type: 'card', card: { brand: 'visa', last4: '4242' } }]);
    const saved = page?.session.savedPaymentMethods?.[0]?.id ?? '';
    const paid = await browser.confirm({ expected_amount: 1000, payment_method: saved });
    expect(paid.page?.session.status.type).toBe('complete');
    expect(await all(stripe.paymentMethods.list({ customer }))).toHaveLength(1);
  });

  it('carries metadata, fields of its invoice and one-time items', async () => {
    const { stripe, browse } = openAccount();
    const monthly = await monthlyPrice(stripe);
    const setup = await stripe.prices.create({ currency: 'usd', unit_amount: 500, product_data: { name: 'Set-up' } });
    const session = await stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode: 'subscription',
      line_items: [
        { price: monthly.id, quantity: 3 },
        { price: setup.id, quantity: 1 },
      ],
      subscription_data: {
        metadata: { team: 'engines' },
        invoice_settings: { custom_fields: [{ name: 'Purchase order', value: 'PO-1' }] },
      },
    });

    await browse(session).confirm({ ...pay(3500), email });

    const { invoice, subscription } = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['invoice', 'subscription'],
    });
    expect(subscription).toMatchObject({
      metadata: { team: 'engines' },
      items: { data: [{ price: { id: monthly.id }, quantity: 3 }] },
    });
    expect(invoice).toMatchObject({
      total: 3500,
      number: expect.stringMatching(/^[A-Z0-9]{8}-0001$/) as string,
      custom_fields: [{ name: 'Purchase order', value: 'PO-1' }],
      parent: { subscription_details: { metadata: { team: 'engines' } } },
      lines: { data: [{ amount: 3000 }, { amount: 500 }] },
    });
  });

  it('ends its first month on the last day of a shorter one', async () => {
    const start = Date.UTC(2026, 0, 31, 12);
    const { stripe, browse } = openAccount({ now: () => start });
    const session = await openSubscriptionSession(stripe);

    await browse(session).confirm({ ...pay(1000), email });

    const [subscription] = await all(stripe.subscriptions.list());
    const end = subscription?.items.data[0]?.current_period_end ?? 0;
    expect(new Date(end * 1000).toISOString()).toBe('2026-02-28T12:00:00.000Z');
  });

  it('begins with a trial that costs nothing', async () => {
    const now = Date.UTC(2026, 0, 1);
    const { stripe, browse } = openAccount({ now: () => now });
    const session = await openSubscriptionSession(stripe, { subscription_data: { trial_period_days: 14 } });
    const { page } = await browse(session).init();
    expect(page?.session).toMatchObject({
      total: { total: { minorUnitsAmount: 0 } },
      recurring: { dueNext: { total: { minorUnitsAmount: 1000 } }, trial: { trialPeriodDays: 14 } },
    });

    await browse(session).confirm({ ...pay(0), email });

    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription', 'invoice.payments'] });
    expect(done).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      subscription: { status: 'trialing', trial_end: now / 1000 + 14 * 86_400 },
      invoice: { status: 'paid', total: 0, payments: { data: [] } },
    });
    expect(await all(stripe.paymentIntents.list())).toEqual([]);
  });

  it('begins a trial without a card where none is collected', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe, {
      subscription_data: { trial_period_days: 14 },
      payment_method_collection: 'if_required',
    });

    await browse(session).confirm({ expected_amount: 0, email });

    const [subscription] = await all(stripe.subscriptions.list());
    expect(subscription).toMatchObject({ status: 'trialing', default_payment_method: null });
  });
});

describe('a one-time payment', () => {
  it('shows its intent, charge and receipt', async () => {
    const { stripe, browse, simulator } = openAccount();
    const session = await openPaymentSession(stripe, { payment_intent_data: { metadata: { order: '7' } } });
    expect(session.payment_intent).toBeNull();

    await browse(session).confirm({ ...pay(2000), email });

    const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
    expect(done).toMatchObject({
      customer: null,
      customer_details: { email, name: 'Ada Lovelace' },
      payment_status: 'paid',
      payment_intent: { metadata: { order: '7' }, latest_charge: { paid: true } },
    });
    const [charge] = await all(stripe.charges.list());
    const receipt = await simulator.fetch(new Request(charge?.receipt_url ?? ''));
    expect(await receipt.text()).toContain('$20.00');
  });

  it('makes a customer and keeps the card when asked for both', async () => {
    const { stripe, browse } = openAccount();
    const session = await openPaymentSession(stripe, {
      customer_creation: 'always',
      payment_intent_data: { setup_future_usage: 'off_session' },
    });

    await browse(session).confirm({ ...pay(2000), email });

    const [customer] = await all(stripe.customers.list());
    expect(customer).toMatchObject({ email });
    const methods = await all(stripe.customers.listPaymentMethods(customer?.id ?? ''));
    expect(methods).toMatchObject([{ allow_redisplay: 'limited' }]);
  });

  it('leaves the card of a known customer alone unless it is kept', async () => {
    const { stripe, browse } = openAccount();
    const { id: customer } = await stripe.customers.create({ email });
    const session = await openPaymentSession(stripe, { customer });

    await browse(session).confirm(pay(2000));

    expect(await all(stripe.paymentMethods.list({ customer }))).toEqual([]);
    expect(await all(stripe.paymentIntents.list({ customer }))).toHaveLength(1);
  });
});

describe('a known customer', () => {
  const address = { line1: '1 Engine Way', city: 'London', postal_code: 'N1', country: 'GB' };

  it('gets the name and address typed, where the session says so', async () => {
    const { stripe, browse } = openAccount();
    const { id: customer } = await stripe.customers.create({ email, name: 'A. Lovelace' });
    const session = await openPaymentSession(stripe, { customer, customer_update: { name: 'auto', address: 'auto' } });
    await browse(session).update({ billing_address: { name: 'Ada King', address } });

    await browse(session).confirm(pay(2000));

    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: 'Ada King', address });
  });

  it('keeps what it had, where the session does not', async () => {
    const { stripe, browse } = openAccount();
    const { id: customer } = await stripe.customers.create({ email, name: 'A. Lovelace' });
    const session = await openPaymentSession(stripe, { customer });
    await browse(session).update({ billing_address: { name: 'Ada King', address } });

    await browse(session).confirm(pay(2000));

    expect(await stripe.customers.retrieve(customer)).toMatchObject({ name: 'A. Lovelace', address: null });
  });

  it('gets the email typed when it has none', async () => {
    const { stripe, browse } = openAccount();
    const { id: customer } = await stripe.customers.create({ name: 'Ada' });
    const session = await openPaymentSession(stripe, { customer });

    await browse(session).confirm({ ...pay(2000), email });

    expect(await stripe.customers.retrieve(customer)).toMatchObject({ email });
  });
});
