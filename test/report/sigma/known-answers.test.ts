/** The pack on rows written by hand, with answers worked out by hand. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTables, toTimestamp, type Row, type Tables, type Warehouse } from './support/open-tables.js';
import { readQuery, withParameters } from './support/pack.js';

const DAY = 86_400;
const START = Date.UTC(2026, 8, 1) / 1000;

const parameters = {
  experiment: 'pages',
  control: 'two-page',
  from: START,
  until: START + 30 * DAY,
  asOf: START + 30 * DAY,
  windowDays: 7,
};

/** When something happened: days after the first of September. */
const on = (day: number): string | null => toTimestamp(START + day * DAY);

const sessions: Row[] = [];
const charges: Row[] = [];
const intents: Row[] = [];
const invoices: Row[] = [];
const items: Row[] = [];
const labels: Row[] = [];

interface Visit {
  readonly unit: string;
  readonly variant: string;
  readonly day: number;
  readonly experiment?: string;
  readonly customer?: string;
  readonly currency?: string;
}

/** A session that was left; `more` says what became of it. */
function session(
  { unit, variant, day, experiment = 'pages', customer, currency = 'usd' }: Visit,
  more: Row = {},
): string {
  const id = `cs_${String(sessions.length + 1)}`;
  sessions.push({
    id,
    created: on(day),
    status: 'expired',
    currency,
    customer_id: customer ?? null,
    client_reference_id: `bc1.${experiment}.${variant}.${unit}`,
    ...more,
  });
  return id;
}

/** A PaymentIntent with its charges, one after the other, a minute apart. */
function payment(
  id: string,
  day: number,
  outcomes: readonly ('paid' | 'blocked' | `declined:${string}`)[],
  more: Row = {},
): void {
  intents.push({ id, created: on(day), status: outcomes.at(-1) === 'paid' ? 'succeeded' : 'canceled', ...more });
  for (const [index, outcome] of outcomes.entries()) {
    const [kind, reason] = outcome.split(':');
    charges.push({
      id: `${id}_${String(index)}`,
      payment_intent: id,
      created: on(day + (index + 1) / 1440),
      amount: 1000,
      currency: 'usd',
      status: kind === 'paid' ? 'succeeded' : 'failed',
      outcome_type: { paid: 'authorized', blocked: 'blocked', declined: 'issuer_declined' }[kind ?? ''] ?? null,
      outcome_reason: kind === 'paid' ? null : (reason ?? 'highest_risk_level'),
    });
  }
}

/** A completed subscription: its session, invoice, items and payment. */
function subscribe(visit: Visit, { paidOn = visit.day, amount = 1000, price = 'price_month', seats = 1 } = {}): void {
  const number = String(sessions.length + 1);
  session(visit, { status: 'complete', subscription_id: `sub_${number}`, invoice_id: `in_${number}` });
  invoices.push({ id: `in_${number}`, date: on(paidOn), amount_paid: amount });
  items.push({
    id: `si_${number}`,
    subscription_id: `sub_${number}`,
    price_id: price,
    price_recurring_interval: price === 'price_month' ? 'month' : 'year',
    price_currency: 'usd',
    price_unit_amount: amount / seats,
    quantity: seats,
  });
}

// Control: ten units, four conversions.
for (let unit = 1; unit <= 5; unit += 1) session({ unit: `a${String(unit)}`, variant: 'two-page', day: unit });
subscribe({ unit: 'a6', variant: 'two-page', day: 3 });
subscribe({ unit: 'a7', variant: 'two-page', day: 4 }, { amount: 5000, price: 'price_year', seats: 5 });
// Left first and came back on the sixth day: counts from the first.
session({ unit: 'a8', variant: 'two-page', day: 2 });
subscribe({ unit: 'a8', variant: 'two-page', day: 8 });
// A one-time payment at the last moment of the window.
session({ unit: 'a9', variant: 'two-page', day: 5, customer: 'cus_9' });
session({ unit: 'a9', variant: 'two-page', day: 11.9 }, { status: 'complete', payment_intent_id: 'pi_a9' });
payment('pi_a9', 11.9, ['declined:insufficient_funds', 'declined:generic_decline', 'paid']);
// Completed after more than seven days: no conversion.
session({ unit: 'a10', variant: 'two-page', day: 1 });
subscribe({ unit: 'a10', variant: 'two-page', day: 9 });

// One page: eight units, five conversions, one of them of a trial that costs nothing yet.
for (let unit = 1; unit <= 3; unit += 1) session({ unit: `b${String(unit)}`, variant: 'one-page', day: unit });
for (let unit = 4; unit <= 7; unit += 1) {
  subscribe({ unit: `b${String(unit)}`, variant: 'one-page', day: unit }, { amount: 2000, seats: 2 });
}
subscribe({ unit: 'b8', variant: 'one-page', day: 20 }, { amount: 0 });

// Does not count: too young, seen in two variants, another experiment, a reference of the merchant's own, too early.
subscribe({ unit: 'young', variant: 'one-page', day: 25 });
session({ unit: 'crossed', variant: 'two-page', day: 6 });
subscribe({ unit: 'crossed', variant: 'one-page', day: 7 });
subscribe({ unit: 'other', variant: 'one-page', day: 7, experiment: 'colors' });
sessions.push({ id: 'cs_own', created: on(7), status: 'complete', currency: 'usd', client_reference_id: 'order-77' });
sessions.push({
  id: 'cs_odd',
  created: on(7),
  status: 'complete',
  currency: 'usd',
  client_reference_id: 'bc1.pages.one-page',
});
sessions.push({ id: 'cs_none', created: on(7), status: 'complete', currency: 'usd', client_reference_id: null });
subscribe({ unit: 'early', variant: 'one-page', day: -1 });
// Shown yen: in its own currency, and a conversion all the same.
subscribe({ unit: 'a11', variant: 'two-page', day: 12, currency: 'jpy' }, { amount: 900 });

// Payments: by the customer's session of that day, by the invoice, by metadata; blocked, challenged, a renewal, a guest's.
session({ unit: 'b1', variant: 'one-page', day: 10, customer: 'cus_b1' });
payment('pi_b1', 10.2, ['declined:generic_decline', 'declined:expired_card'], { customer_id: 'cus_b1' });
payment('pi_renewal', 15, ['paid'], { customer_id: 'cus_b1' });
payment('pi_guest', 11, ['declined:generic_decline']);
payment('pi_invoice', 4, ['declined:insufficient_funds', 'paid'], { invoice_id: invoices.at(3)?.['id'] ?? null });
payment('pi_labeled', 5, ['paid']);
labels.push({ payment_intent_id: 'pi_labeled', key: 'billing_experiment', value: 'pages' });
labels.push({ payment_intent_id: 'pi_labeled', key: 'billing_variant', value: 'one-page' });
payment('pi_colors', 5, ['declined:generic_decline']);
labels.push({ payment_intent_id: 'pi_colors', key: 'billing_experiment', value: 'colors' });
labels.push({ payment_intent_id: 'pi_colors', key: 'billing_variant', value: 'red' });
payment('pi_blocked', 10.3, ['blocked'], { customer_id: 'cus_b1' });
payment('pi_challenge', 10.4, [], { customer_id: 'cus_b1', last_payment_error_type: 'invalid_request_error' });
payment('pi_untried', 10.5, [], { customer_id: 'cus_b1' });
payment('pi_later', 40, ['paid'], { customer_id: 'cus_b1' });

const tables: Tables = {
  checkout_sessions: sessions,
  charges,
  payment_intents: intents,
  payment_intents_metadata: labels,
  invoices,
  subscription_items: items,
};

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openTables(tables);
});
afterAll(() => {
  warehouse.close();
});

const ask = (name: string, change: Partial<typeof parameters> = {}): Promise<Record<string, unknown>[]> =>
  warehouse.query(withParameters(readQuery(name), { ...parameters, ...change }));

it('counts conversions by variant', async () => {
  // Wilson's interval: the roots of (rate - p)² = 1.95996…² p (1 - p) / units.
  expect(await ask('conversion')).toEqual([
    {
      variant: 'two-page',
      units: 11,
      conversions: 5,
      rate: expect.closeTo(5 / 11, 12) as number,
      rate_low: expect.closeTo(0.2127127162, 9) as number,
      rate_high: expect.closeTo(0.7199084626, 9) as number,
      lift: null,
    },
    {
      variant: 'one-page',
      units: 8,
      conversions: 5,
      rate: 0.625,
      rate_low: expect.closeTo(0.3057423946, 9) as number,
      rate_high: expect.closeTo(0.8631557142, 9) as number,
      lift: expect.closeTo(0.375, 12) as number,
    },
  ]);
});

it('checks the sample ratio', async () => {
  // 11 and 8 of 19: (1.5² + 1.5²) / 9.5.
  expect(await ask('sample-ratio')).toMatchObject([
    {
      variant: 'two-page',
      units: 11,
      expected: 9.5,
      chi_squared: expect.closeTo(4.5 / 9.5, 12) as number,
      degrees: 1,
      failed: false,
    },
    { variant: 'one-page', units: 8, expected: 9.5, failed: false },
  ]);
});

it('finds a broken ratio, and a variant that was never meant', async () => {
  const sql = withParameters(readQuery('sample-ratio'), parameters);
  const skewed = sql
    .replace('cast(0.5 as double) as share\n  union', 'cast(0.05 as double) as share\n  union')
    .replace("'one-page' as variant, cast(0.5", "'one-page' as variant, cast(0.95");
  const renamed = sql.replace("'one-page' as variant, cast", "'single' as variant, cast");

  // 11 where 0.95 were meant, 8 where 18.05 were.
  expect(await warehouse.query(skewed)).toMatchObject([
    { chi_squared: expect.closeTo(10.05 ** 2 / 0.95 + 10.05 ** 2 / 18.05, 9) as number, failed: true },
    { failed: true },
  ]);
  expect(await warehouse.query(renamed)).toMatchObject([
    { variant: 'two-page', failed: true },
    { variant: 'one-page', units: 8, expected: null, failed: true },
    { variant: 'single', units: 0, failed: true },
  ]);
});

it('adds up revenue, each currency by itself', async () => {
  // Control in dollars: 1000 + 5000 + 1000 + 1000 over ten units; one page: four times 2000 over eight.
  expect(await ask('revenue')).toMatchObject([
    {
      currency: 'jpy',
      variant: 'two-page',
      units: 1,
      paying_units: 1,
      total: 900,
      per_unit: 900,
      standard_error: null,
    },
    { currency: 'usd', variant: 'two-page', units: 10, paying_units: 4, total: 8000, per_unit: 800 },
    // Four of 2000 and four of nothing: their variance is 8 × 1000² / 7.
    {
      currency: 'usd',
      variant: 'one-page',
      units: 8,
      paying_units: 4,
      total: 8000,
      per_unit: 1000,
      standard_error: expect.closeTo(1000 / Math.sqrt(7), 9) as number,
    },
  ]);
});

it('tells the plans that were paid', async () => {
  expect(await ask('paid-plan')).toMatchObject([
    { variant: 'two-page', price_id: 'price_month', price_interval: 'month', subscribed_units: 3, seats: 3 },
    {
      variant: 'two-page',
      price_id: 'price_year',
      subscribed_units: 1,
      seats: 5,
      seats_per_unit: 5,
      amount_per_interval: 5000,
    },
    {
      variant: 'one-page',
      price_id: 'price_month',
      subscribed_units: 5,
      share_of_units: 0.625,
      seats: 9,
      seats_per_unit: 1.8,
      amount_per_interval: 8000,
    },
  ]);
});

it('rates authorizations: a payment once however often it was tried, blocked and challenged ones not at all', async () => {
  const none = { blocked: 0, challenged: 0, unattempted: 0, pending: 0 };

  expect(await ask('authorization')).toEqual([
    {
      scope: 'account',
      variant: '',
      succeeded: 4,
      failed: 3,
      blocked: 1,
      challenged: 1,
      unattempted: 1,
      pending: 0,
      attempts: 12,
      rate: expect.closeTo(4 / 7, 12) as number,
    },
    { scope: 'variant', variant: 'two-page', succeeded: 2, failed: 0, ...none, attempts: 5, rate: 1 },
    {
      scope: 'variant',
      variant: 'one-page',
      succeeded: 1,
      failed: 1,
      blocked: 1,
      challenged: 1,
      unattempted: 1,
      pending: 0,
      attempts: 4,
      rate: 0.5,
    },
    { scope: 'elsewhere', variant: '', succeeded: 1, failed: 1, ...none, attempts: 2, rate: 0.5 },
    { scope: 'unjoined', variant: '', succeeded: 0, failed: 1, ...none, attempts: 1, rate: 0 },
  ]);
});

it('tells which declined payments were recovered', async () => {
  expect(await ask('recovery')).toEqual([
    {
      variant: 'two-page',
      reason: '(all)',
      declined_payments: 2,
      declines: 3,
      recovered_payments: 2,
      recovery_rate: 1,
      recovered_amount: 2000,
      currency: 'usd',
    },
    {
      variant: 'two-page',
      reason: 'insufficient_funds',
      declined_payments: 2,
      declines: 3,
      recovered_payments: 2,
      recovery_rate: 1,
      recovered_amount: 2000,
      currency: 'usd',
    },
    {
      variant: 'one-page',
      reason: '(all)',
      declined_payments: 1,
      declines: 2,
      recovered_payments: 0,
      recovery_rate: 0,
      recovered_amount: 0,
      currency: null,
    },
    {
      variant: 'one-page',
      reason: 'generic_decline',
      declined_payments: 1,
      declines: 2,
      recovered_payments: 0,
      recovery_rate: 0,
      recovered_amount: 0,
      currency: null,
    },
  ]);
});

it('answers nothing, and fails nowhere, for an experiment nobody was in', async () => {
  for (const name of ['conversion', 'revenue', 'paid-plan', 'recovery']) {
    expect(await ask(name, { experiment: 'nobody' })).toEqual([]);
  }
  expect(await ask('sample-ratio', { experiment: 'nobody' })).toMatchObject([
    { units: 0, chi_squared: null, failed: null },
    { units: 0 },
  ]);
});
