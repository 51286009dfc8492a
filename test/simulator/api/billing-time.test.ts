/** Test clocks: trials end, periods are renewed, payments fail and are tried again, and somebody pays after all. */
import { expect, it } from 'vitest';
import type Stripe from 'stripe';
import { browseIntent } from './intent-browser.js';
import { cardData, cards, monthlyPrice, openAccount, refusal, type SimulatedAccount } from './simulated-account.js';

const START = 1_800_000_000;
const HOUR = 3600;
const DAY = 24 * HOUR;

interface Subscriber {
  readonly clock: Stripe.TestHelpers.TestClock;
  readonly customer: string;
  readonly subscription: Stripe.Subscription;
}

async function subscribe(
  { stripe }: SimulatedAccount,
  more: Partial<Stripe.SubscriptionCreateParams> = {},
  card = 'pm_card_visa',
): Promise<Subscriber> {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START });
  const { id: customer } = await stripe.customers.create({ email: 'ada@example.com', test_clock: clock.id });
  if (card) {
    const method = await stripe.paymentMethods.attach(card, { customer });
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  }
  const price = await monthlyPrice(stripe);
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id, quantity: 2 }],
    ...more,
  });
  return { clock, customer, subscription };
}

async function advance({ stripe }: SimulatedAccount, { clock }: Subscriber, moment: number): Promise<void> {
  const answer = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: moment });
  expect(answer.status).toBe('advancing');
  expect(await stripe.testHelpers.testClocks.retrieve(clock.id)).toMatchObject({
    status: 'ready',
    frozen_time: moment,
  });
}

const read = ({ stripe }: SimulatedAccount, { subscription }: Subscriber): Promise<Stripe.Subscription> =>
  stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice.confirmation_secret'] });

async function eventsSince({ stripe }: SimulatedAccount, last: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100, ending_before: last });
  return data.map(({ type }) => type).reverse();
}

const lastEvent = async ({ stripe }: SimulatedAccount): Promise<string> =>
  (await stripe.events.list({ limit: 1 })).data[0]?.id ?? '';

const isInvoice = (invoice: string | Stripe.Invoice | null): invoice is Stripe.Invoice =>
  typeof invoice === 'object' && invoice !== null;

const renewal = (subscription: Stripe.Subscription): number => subscription.items.data[0]?.current_period_end ?? 0;

it('renews: a draft for an hour, then open, then paid', async () => {
  const account = openAccount();
  const one = await subscribe(account);
  expect(one.subscription).toMatchObject({ status: 'active', test_clock: one.clock.id, start_date: START });
  const due = renewal(one.subscription);
  const last = await lastEvent(account);
  await advance(account, one, due + 60);
  const drafted = await read(account, one);
  expect(drafted.latest_invoice).toMatchObject({
    status: 'draft',
    amount_due: 2_000,
    billing_reason: 'subscription_cycle',
  });
  await advance(account, one, due + HOUR);
  const renewed = await read(account, one);
  expect(renewed).toMatchObject({ status: 'active', latest_invoice: { status: 'paid', amount_paid: 2_000 } });
  expect(renewal(renewed)).toBeGreaterThan(due);
  expect((await eventsSince(account, last)).filter((type) => !type.startsWith('test_helpers'))).toEqual([
    'invoice.upcoming',
    'customer.subscription.updated',
    'invoice.created',
    'invoice.finalized',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
  ]);
});

it('ends a trial, having said so three days before', async () => {
  const account = openAccount();
  const one = await subscribe(account, { trial_period_days: 14 });
  expect(one.subscription).toMatchObject({ status: 'trialing', trial_end: START + 14 * DAY });
  const last = await lastEvent(account);
  await advance(account, one, START + 11 * DAY);
  expect(await eventsSince(account, last)).toContain('customer.subscription.trial_will_end');
  await advance(account, one, START + 14 * DAY + HOUR);
  expect(await read(account, one)).toMatchObject({
    status: 'active',
    latest_invoice: { status: 'paid', amount_paid: 2_000 },
  });
});

it.each([
  ['cancel', 'canceled'],
  ['pause', 'paused'],
] as const)('ends a trial without a method by %s', async (end, status) => {
  const account = openAccount();
  const settings = { trial_period_days: 5, trial_settings: { end_behavior: { missing_payment_method: end } } };
  const one = await subscribe(account, settings, '');
  await advance(account, one, START + 6 * DAY);
  expect((await read(account, one)).status).toBe(status);
});

it('falls past due, is tried three times more, and is canceled when nothing helps', async () => {
  const account = openAccount();
  const one = await subscribe(account, { trial_period_days: 1 }, 'pm_card_chargeCustomerFail');
  const due = START + DAY + HOUR;
  await advance(account, one, due);
  const behind = await read(account, one);
  expect(behind).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open', attempt_count: 1 } });
  expect((behind.latest_invoice as Stripe.Invoice).next_payment_attempt).toBe(due + 3 * DAY);
  await advance(account, one, due + 8 * DAY);
  expect(await read(account, one)).toMatchObject({ status: 'past_due', latest_invoice: { attempt_count: 3 } });
  await advance(account, one, due + 15 * DAY);
  expect(await read(account, one)).toMatchObject({
    status: 'canceled',
    cancellation_details: { reason: 'payment_failed' },
    latest_invoice: { status: 'open', attempt_count: 4, next_payment_attempt: null },
  });
});

it('is brought back by a page that pays its latest invoice, whose card it keeps when told so', async () => {
  const account = openAccount();
  const { stripe } = account;
  const one = await subscribe(account, { trial_period_days: 1 }, 'pm_card_chargeCustomerFail');
  await advance(account, one, START + DAY + HOUR);
  await stripe.subscriptions.update(one.subscription.id, {
    payment_settings: { save_default_payment_method: 'on_subscription' },
  });
  const { latest_invoice: latest } = await read(account, one);
  const secret = (latest as Stripe.Invoice).confirmation_secret?.client_secret ?? '';
  const intent = await stripe.paymentIntents.retrieve(secret.split('_secret_')[0] ?? '');
  const paid = await browseIntent(account, intent).confirm({ payment_method_data: cardData(cards.visa) });
  expect(paid.intent?.status).toBe('succeeded');
  const back = await read(account, one);
  expect(back).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } });
  const method = await stripe.paymentMethods.retrieve(String(back.default_payment_method));
  expect(method).toMatchObject({ customer: one.customer, card: { last4: '4242' }, allow_redisplay: 'limited' });
  await advance(account, one, renewal(back) + HOUR);
  expect(await read(account, one)).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } });
});

it('offers on each invoice what its subscription says, and does not ask again for a debit that is under way', async () => {
  const account = openAccount({ wait: () => Promise.resolve() });
  account.simulator.debits.hold(account.name);
  const { stripe } = account;
  const payment_settings = { payment_method_types: ['card', 'us_bank_account' as const] } satisfies Partial<
    Stripe.SubscriptionCreateParams['payment_settings']
  >;
  const one = await subscribe(account, { trial_period_days: 1, payment_settings }, 'pm_card_chargeCustomerFail');
  await stripe.subscriptions.update(one.subscription.id, {
    payment_settings: { save_default_payment_method: 'on_subscription' },
  });
  await advance(account, one, START + DAY + HOUR);
  const { latest_invoice: latest } = await read(account, one);
  expect(latest).toMatchObject({ status: 'open', payment_settings });
  const secret = (latest as Stripe.Invoice).confirmation_secret?.client_secret ?? '';
  const intent = await stripe.paymentIntents.retrieve(secret.split('_secret_')[0] ?? '');
  expect(intent.payment_method_types).toEqual(payment_settings.payment_method_types);
  const sent = await browseIntent(account, intent).confirm({
    payment_method_data: {
      type: 'us_bank_account',
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        financial_connections_account: 'fca_test_success',
      },
      billing_details: { name: 'Ada', email: 'ada@example.com' },
    },
  });
  expect(sent.intent?.status).toBe('processing');
  await advance(account, one, START + 5 * DAY);
  expect(await read(account, one)).toMatchObject({ status: 'past_due', latest_invoice: { attempt_count: 1 } });
  expect((await stripe.charges.list({ payment_intent: intent.id })).data).toMatchObject([
    { status: 'pending' },
    { status: 'failed' },
  ]);
  account.simulator.debits.release(account.name);
  expect(await read(account, one)).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } });
  const wrong = { payment_settings: { payment_method_types: ['sepa_debit' as const] } };
  expect(await refusal(stripe.subscriptions.update(one.subscription.id, wrong))).toMatchObject({ statusCode: 400 });
});

it('waits for the first payment for 23 hours', async () => {
  const account = openAccount();
  const one = await subscribe(account, { payment_behavior: 'default_incomplete' });
  expect(one.subscription.status).toBe('incomplete');
  expect(await refusal(account.stripe.subscriptions.update(one.subscription.id, { description: 'x' }))).toMatchObject({
    statusCode: 400,
  });
  await advance(account, one, START + 23 * HOUR);
  expect(await read(account, one)).toMatchObject({ status: 'incomplete_expired', latest_invoice: { status: 'void' } });
});

it('begins with the first invoice: charged at once, asked for on the page, or not at all', async () => {
  const account = openAccount();
  const { stripe } = account;
  const paid = await subscribe(account);
  expect((await read(account, paid)).latest_invoice).toMatchObject({ status: 'paid' });
  const failing = await subscribe(account, {}, 'pm_card_chargeCustomerFail');
  expect(failing.subscription.status).toBe('incomplete');
  const before = (await stripe.subscriptions.list({ status: 'all', limit: 100 })).data.length;
  const strict = subscribe(account, { payment_behavior: 'error_if_incomplete' }, 'pm_card_chargeCustomerFail');
  expect(await refusal(strict)).toMatchObject({ statusCode: 402 });
  expect((await stripe.subscriptions.list({ status: 'all', limit: 100 })).data).toHaveLength(before);
  expect(await refusal(subscribe(account, {}, ''))).toMatchObject({ statusCode: 400 });
  const trial = await subscribe(account, { payment_behavior: 'default_incomplete', trial_period_days: 7 }, '');
  expect(trial.subscription.pending_setup_intent).toMatch(/^seti_/);
});

it('sends an invoice with its terms, and is past due when nobody has paid by then', async () => {
  const account = openAccount();
  const one = await subscribe(account, { collection_method: 'send_invoice', days_until_due: 30 }, '');
  expect(await read(account, one)).toMatchObject({
    status: 'active',
    latest_invoice: { status: 'draft', due_date: START + 30 * DAY, collection_method: 'send_invoice' },
  });
  await advance(account, one, START + HOUR);
  expect((await read(account, one)).latest_invoice).toMatchObject({ status: 'open' });
  await advance(account, one, START + 30 * DAY);
  expect((await read(account, one)).status).toBe('past_due');
  const latest = (await read(account, one)).latest_invoice;
  if (!isInvoice(latest)) throw new Error('There is no invoice.');
  await account.stripe.invoices.pay(latest.id, { paid_out_of_band: true });
  expect((await read(account, one)).status).toBe('active');
});

it('keeps clocks apart', async () => {
  const { stripe } = openAccount();
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: START, name: 'Slow' });
  expect(await refusal(stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: START }))).toMatchObject({
    param: 'frozen_time',
  });
  for (const name of ['a', 'b', 'c']) await stripe.customers.create({ name, test_clock: clock.id });
  expect(await refusal(stripe.customers.create({ test_clock: clock.id }))).toMatchObject({ param: 'test_clock' });
  expect((await stripe.customers.list()).data).toEqual([]);
  expect((await stripe.customers.list({ test_clock: clock.id })).data).toHaveLength(3);
  expect(await stripe.testHelpers.testClocks.del(clock.id)).toMatchObject({ deleted: true });
  expect(await refusal(stripe.testHelpers.testClocks.retrieve(clock.id))).toMatchObject({ code: 'resource_missing' });
});
