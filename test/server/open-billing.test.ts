/** What is opened beside a purchase: invoices, subscriptions, a method to keep. Each for its own customer only. */
import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { checkoutSessionSchema, problemSchema, type CheckoutSession } from '../../src/contract/index.js';
import { gate, openShop, type Shop } from './shop.js';

const START = 1_800_000_000;
const DAY = 86_400;

type Asked = Readonly<Record<string, unknown>>;

async function open(shop: Shop, asked: Asked, customer?: string): Promise<CheckoutSession> {
  const response = await shop.send('POST', '/sessions', { contract: 1, ...asked }, { customer });
  return checkoutSessionSchema.parse(await response.json());
}

async function refused(shop: Shop, asked: Asked, customer?: string) {
  const response = await shop.send('POST', '/sessions', { contract: 1, ...asked }, { customer });
  const { code, status } = problemSchema.parse(await response.json());
  expect(response.status).toBe(status);
  return code;
}

async function billed({ stripe }: Shop): Promise<{ readonly customer: string; readonly invoice: Stripe.Invoice }> {
  const { id: customer } = await stripe.customers.create({ name: 'Ada', email: 'ada@example.com' });
  await stripe.invoiceItems.create({ customer, amount: 4_200, currency: 'usd', description: 'Consulting' });
  const invoice = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  return { customer, invoice };
}

const secretOf = (session: CheckoutSession): string =>
  'clientSecret' in session && session.clientSecret !== null ? session.clientSecret : '';
const intentOf = (session: CheckoutSession): string => secretOf(session).split('_secret_')[0] ?? '';

async function pay({ stripe }: Shop, session: CheckoutSession, card = 'pm_card_visa'): Promise<unknown> {
  const [kind] = intentOf(session).split('_');
  const params = { payment_method: card, return_url: 'https://shop.example/done' };
  const confirm = kind === 'pi' ? stripe.paymentIntents : stripe.setupIntents;
  return confirm.confirm(intentOf(session), params).catch((error: unknown) => error);
}

/** A subscription whose renewal has failed, in the time of a test clock. */
async function pastDue(shop: Shop, card = 'pm_card_chargeCustomerFail') {
  const { stripe, prices } = shop;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com', test_clock: clock.id });
  const method = await stripe.paymentMethods.attach(card, { customer });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: prices.monthly.id, quantity: 3 }],
    default_payment_method: method.id,
    trial_period_days: 1,
  });
  const advance = (moment: number) => stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: moment });
  await advance(START + DAY + 3600);
  const read = () => stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
  return { customer, id, advance, read };
}

describe('an invoice', () => {
  it('is paid in place: a draft is finalized first, then it is the same again', async () => {
    const shop = await openShop();
    const { customer, invoice } = await billed(shop);
    const session = await open(shop, { kind: 'invoice', invoice: invoice.id }, customer);
    expect(session).toMatchObject({
      gateway: 'payment_intent',
      id: invoice.id,
      status: 'open',
      mode: 'payment',
      features: { email: 'known', billingAddress: 'auto', savePayment: 'ask' },
      summary: {
        total: 4_200,
        lines: [{ name: 'Consulting', quantity: 1, amount: 4_200 }],
        email: 'ada@example.com',
        invoice: { dueAt: invoice.due_date },
      },
    });
    expect(session).toHaveProperty('customerSessionClientSecret', expect.stringMatching(/^cuss_secret_/));
    expect(secretOf(await open(shop, { kind: 'invoice', invoice: invoice.id }, customer))).toBe(secretOf(session));
    expect(await shop.truth(invoice.id, { customer })).toMatchObject({ status: 'open', amount: 4_200, payment: null });

    await pay(shop, session, 'pm_card_visa_chargeDeclinedInsufficientFunds');
    expect(await shop.truth(invoice.id, { customer })).toMatchObject({
      status: 'open',
      decline: { declineCode: 'insufficient_funds' },
    });
    await pay(shop, session);
    const truth = await shop.truth(invoice.id, { customer });
    expect(truth).toMatchObject({ status: 'complete', payment: 'paid', amount: 4_200, currency: 'usd' });
    expect(truth.links.invoice).toMatch(/^http/);
    expect(truth.links.receipt).toMatch(/\/receipts\/ch_/);
    expect(await open(shop, { kind: 'invoice', invoice: invoice.id }, customer)).toMatchObject({
      status: 'complete',
      clientSecret: null,
    });
  });

  it('is nobody else’s, and not for guests', async () => {
    const shop = await openShop();
    const { invoice } = await billed(shop);
    const { id: other } = await shop.stripe.customers.create();
    const asked = { kind: 'invoice', invoice: invoice.id };
    expect(await refused(shop, asked)).toBe('customer.required');
    expect(await refused(shop, asked, other)).toBe('invoice.not_found');
    expect(await refused(shop, { kind: 'invoice', invoice: 'in_none' }, other)).toBe('invoice.not_found');
    expect(await refused(shop, { kind: 'invoice', invoice: 'cs_1' }, other)).toBe('request.invalid');
    expect((await shop.stripe.invoices.retrieve(invoice.id)).status).toBe('draft');
    const response = await shop.send('GET', `/sessions/${invoice.id}`, undefined, { customer: other });
    expect(response.status).toBe(404);
  });

  it('keeps what its customer says, for as long as it can be paid; what is owed stays', async () => {
    const shop = await openShop();
    const { stripe } = shop;
    const { customer, invoice } = await billed(shop);
    await stripe.invoices.update(invoice.id, { metadata: { order: '7' } });
    const { id } = await open(shop, { kind: 'invoice', invoice: invoice.id }, customer);
    const say = (change: Asked, who = customer) =>
      shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...change }, { customer: who });
    const details = { change: 'details', fields: { cost_center: '4711', team: 'Engines' } };
    expect(await (await say(details)).json()).toMatchObject({ id, status: 'open', amount: 4_200 });
    await say({ change: 'details', fields: { team: '' }, purchaseOrder: 'PO-7' });
    expect((await stripe.invoices.retrieve(id)).metadata).toEqual({
      order: '7',
      field_cost_center: '4711',
      purchase_order: 'PO-7',
    });

    const { id: other } = await stripe.customers.create();
    const items = [{ price: 'pro_monthly', quantity: 1 }];
    const refusals: [Asked, string, string][] = [
      [details, other, 'session.not_found'],
      [{ change: 'items', items }, customer, 'request.invalid'],
    ];
    for (const [change, who, code] of refusals) {
      expect(problemSchema.parse(await (await say(change, who)).json()).code).toBe(code);
    }
    await stripe.invoices.pay(id, { paid_out_of_band: true });
    expect(problemSchema.parse(await (await say(details)).json()).code).toBe('session.closed');
    expect((await stripe.invoices.retrieve(id)).metadata).not.toHaveProperty('field_team');
  });

  it('that was voided or given up says so', async () => {
    const shop = await openShop();
    const first = await billed(shop);
    await shop.stripe.invoices.finalizeInvoice(first.invoice.id);
    await shop.stripe.invoices.voidInvoice(first.invoice.id);
    expect(await refused(shop, { kind: 'invoice', invoice: first.invoice.id }, first.customer)).toBe('invoice.void');
    expect(await shop.truth(first.invoice.id, first)).toMatchObject({ status: 'expired' });
    const second = await billed(shop);
    await shop.stripe.invoices.finalizeInvoice(second.invoice.id);
    await shop.stripe.invoices.markUncollectible(second.invoice.id);
    expect(await refused(shop, { kind: 'invoice', invoice: second.invoice.id }, second.customer)).toBe(
      'invoice.uncollectible',
    );
  });
});

it('names what is taken off an invoice', async () => {
  const prices = { pro_monthly: { quantity: { max: 20 }, trialDays: 1, promotionCodes: true } };
  const shop = await openShop({ prices });
  const { stripe } = shop;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com', test_clock: clock.id });
  const coupon = await stripe.coupons.create({ name: 'Loyal', percent_off: 50, duration: 'forever' });
  await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: coupon.id }, code: 'LOYAL' });
  const bought = await shop.open({ items: [{ price: 'pro_monthly', quantity: 2 }] }, { customer });
  await shop.applyCode(bought, 'LOYAL');
  await shop.pay(bought, '4000000000000341');
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START + 2 * DAY });
  const [subscription] = (await stripe.subscriptions.list({ customer })).data;
  const opened = await open(shop, { kind: 'subscription', subscription: subscription?.id }, customer);
  expect(opened).toMatchObject({ summary: { subtotal: 1_750, discount: 875, total: 875, discountNames: ['Loyal'] } });
});

describe('a subscription', () => {
  it('that is past due: its invoice is paid, and the card is its default from then on', async () => {
    const shop = await openShop();
    const one = await pastDue(shop);
    expect((await one.read()).status).toBe('past_due');
    const session = await open(shop, { kind: 'subscription', subscription: one.id }, one.customer);
    expect(session).toMatchObject({
      gateway: 'payment_intent',
      status: 'open',
      summary: { total: 2_625, failure: { declineCode: 'generic_decline' } },
      features: { savePayment: 'never' },
    });
    expect(session.id).toMatch(/^in_/);
    await pay(shop, session);
    expect(await shop.truth(session.id, one)).toMatchObject({ status: 'complete', payment: 'paid', amount: 2_625 });
    const after = await one.read();
    expect(after).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } });
    const method = await shop.stripe.paymentMethods.retrieve(String(after.default_payment_method));
    expect(method.card?.last4).toBe('4242');
  });

  it('that a retry of Stripe’s has paid meanwhile is shown as paid', async () => {
    const shop = await openShop();
    const one = await pastDue(shop);
    const { latest_invoice: latest } = await one.read();
    const session = await open(shop, { kind: 'subscription', subscription: one.id }, one.customer);
    const good = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer: one.customer });
    await shop.stripe.subscriptions.update(one.id, { default_payment_method: good.id });
    await one.advance(START + 5 * DAY);
    expect(latest).toMatchObject({ id: session.id });
    expect(await shop.truth(session.id, one)).toMatchObject({ status: 'complete', payment: 'paid' });
  });

  it('whose earlier invoice was given up is brought back by its latest, a draft or open', async () => {
    const shop = await openShop();
    const one = await pastDue(shop);
    const { latest_invoice: first } = await one.read();
    await shop.stripe.invoices.markUncollectible((first as Stripe.Invoice).id);
    await one.advance(START + 33 * DAY);
    const { status, latest_invoice: latest } = await one.read();
    expect(status).toBe('past_due');
    expect((latest as Stripe.Invoice).id).not.toBe((first as Stripe.Invoice).id);
    const session = await open(shop, { kind: 'subscription', subscription: one.id }, one.customer);
    await pay(shop, session);
    expect((await one.read()).status).toBe('active');
  });

  it('that was left unpaid is brought back by its latest invoice, a draft that is finalized first', async () => {
    const shop = await openShop();
    expect((await shop.leaveUnpaid()).status).toBe(204);
    const one = await pastDue(shop);
    await one.advance(START + 40 * DAY);
    const before = await one.read();
    expect(before).toMatchObject({ status: 'unpaid', latest_invoice: { status: 'draft', amount_due: 2_625 } });
    const session = await open(shop, { kind: 'subscription', subscription: one.id }, one.customer);
    expect(session).toMatchObject({ gateway: 'payment_intent', status: 'open', summary: { total: 2_625 } });
    expect(await one.read()).toMatchObject({ latest_invoice: { id: session.id, status: 'open' } });
    await pay(shop, session);
    expect(await shop.truth(session.id, one)).toMatchObject({ status: 'complete', payment: 'paid', amount: 2_625 });
    expect(await one.read()).toMatchObject({ status: 'active', latest_invoice: { id: session.id, status: 'paid' } });
  });

  it('that is in order gets another method, once', async () => {
    const shop = await openShop();
    const one = await pastDue(shop, 'pm_card_visa');
    expect((await one.read()).status).toBe('active');
    const session = await open(shop, { kind: 'subscription', subscription: one.id }, one.customer);
    expect(session).toMatchObject({
      gateway: 'setup_intent',
      mode: 'setup',
      summary: { total: 0, recurring: { amount: 2_625, interval: 'month' } },
    });
    expect((await open(shop, { kind: 'subscription', subscription: one.id }, one.customer)).id).toBe(session.id);
    await pay(shop, session, 'pm_card_mastercard');
    expect(await shop.truth(session.id, one)).toMatchObject({ status: 'complete', payment: 'none_due', amount: null });
    const chosen = (await one.read()).default_payment_method;
    expect((await shop.stripe.paymentMethods.retrieve(String(chosen))).card?.brand).toBe('mastercard');
    // What is told late changes nothing any more.
    const other = await shop.stripe.paymentMethods.attach('pm_card_amex', { customer: one.customer });
    await shop.stripe.subscriptions.update(one.id, { default_payment_method: other.id });
    await shop.truth(session.id, one);
    expect((await one.read()).default_payment_method).toBe(other.id);
  });

  it('that was paused for want of a method goes on', async () => {
    const failures: string[] = [];
    const [reached, held] = [gate(), gate()];
    const wait = (): Promise<void> => {
      reached.open();
      return held.passed;
    };
    const shop = await openShop({ onError: ({ code }) => void failures.push(code) }, { wait });
    const { stripe, prices } = shop;
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
    const { id: customer } = await stripe.customers.create({ test_clock: clock.id });
    const { id } = await stripe.subscriptions.create({
      customer,
      items: [{ price: prices.monthly.id }],
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
    });
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START + 8 * DAY });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe('paused');
    const session = await open(shop, { kind: 'subscription', subscription: id }, customer);
    // The customer reads that it is charged from now on.
    expect(session).toMatchObject({
      summary: { lines: [{ name: 'Pro', quantity: 1, amount: 875 }], total: 875, recurring: { amount: 875 } },
    });
    await pay(shop, session);
    // The webhook and the page come at the same time: who comes second finds that it goes on already.
    shop.fault({ method: 'POST', path: '/v1/subscriptions/*/resume', kind: 'delay' });
    const slow = shop.truth(session.id, { customer });
    await reached.passed;
    expect((await shop.truth(session.id, { customer })).status).toBe('complete');
    held.open();
    expect((await slow).status).toBe('complete');
    expect(failures).toEqual([]);
    expect(await stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).toMatchObject({
      status: 'active',
      latest_invoice: { status: 'paid', amount_paid: 875 },
    });
  });

  it('that has ended, or is somebody else’s, is not opened', async () => {
    const shop = await openShop();
    const one = await pastDue(shop);
    const { id: other } = await shop.stripe.customers.create();
    const asked = { kind: 'subscription', subscription: one.id };
    expect(await refused(shop, asked, other)).toBe('subscription.not_found');
    await shop.stripe.subscriptions.cancel(one.id);
    expect(await refused(shop, asked, one.customer)).toBe('subscription.ended');
  });
});
