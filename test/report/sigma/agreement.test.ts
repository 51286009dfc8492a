/** The pack and the report say the same of everything that may happen to a session. Of traffic: ../traffic.test.ts. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReport, type Report } from '../../../src/report/index.js';
import { CARDS, DAY, openMarket, START } from '../market.js';
import { exportAccount } from './support/export-account.js';
import { openTables, type Warehouse } from './support/open-tables.js';
import { readQuery, withParameters } from './support/pack.js';

type Market = Awaited<ReturnType<typeof openMarket>>;

const CONTROL = 'two-page';

async function fill(market: Market): Promise<void> {
  const { visit, customer } = market;
  const [ada, grace, alan] = [await customer(), await customer(), await customer()];
  await market.visits(CONTROL, 6, 3);
  await market.visits('one-page', 5, 4);
  await market.visits(CONTROL, 3, 2, { currency: 'jpy' });
  await market.visits('one-page', 3, 1, { currency: 'jpy' });
  await market.visits('one-page', 4, 2, { mode: 'subscription' });
  await visit({ unit: 'retried', variant: CONTROL, cards: [CARDS.declined, CARDS.insufficientFunds, CARDS.good] });
  await visit({ unit: 'refused', variant: CONTROL, cards: [CARDS.insufficientFunds, CARDS.declined] });
  await visit({ unit: 'blocked', variant: 'one-page', cards: [CARDS.blocked] });
  await visit({ unit: 'asked', variant: 'one-page', cards: [CARDS.challenged] });
  await visit({ unit: 'ada', variant: CONTROL, mode: 'subscription', customer: ada, cards: [CARDS.declined] });
  await visit({
    unit: 'grace',
    variant: 'one-page',
    mode: 'subscription',
    customer: grace,
    cards: [CARDS.declined, CARDS.good],
  });
  await visit({ unit: 'bare', variant: 'one-page', bare: true, cards: [CARDS.good] });
  await visit({ unit: 'both', variant: CONTROL });
  await visit({ unit: 'slow', variant: CONTROL });
  await visit({ unit: 'exact', variant: CONTROL, pause: 0 });
  await visit({ unit: 'colors', variant: 'blue', experiment: 'colors', cards: [CARDS.good] });
  await visit({
    unit: 'colors2',
    variant: 'red',
    experiment: 'colors',
    mode: 'subscription',
    customer: alan,
    cards: [CARDS.declined],
  });
  await visit({ unit: 'none', variant: 'none', experiment: null, cards: [CARDS.declined] });
  await visit({ unit: 'both', variant: 'one-page', day: 1, cards: [CARDS.good] });
  await visit({ unit: 'ada', variant: CONTROL, mode: 'subscription', customer: ada, day: 3, cards: [CARDS.good] });
  await visit({ unit: 'exact', variant: CONTROL, day: 7, pause: 0, cards: [CARDS.good] });
  await visit({ unit: 'slow', variant: CONTROL, mode: 'subscription', day: 8, cards: [CARDS.good] });
  await visit({ unit: 'young', variant: 'one-page', day: 9, cards: [CARDS.good] });
  // Still in the bank's dialog when the report is made.
  await visit({ unit: 'askednow', variant: 'one-page', day: 11.5, cards: [CARDS.challenged] });
  market.wait(12);
}

let market: Market;
let warehouse: Warehouse;
let report: Report;
let parameters: Parameters<typeof withParameters>[1];
beforeAll(async () => {
  market = await openMarket();
  await fill(market);
  const until = START + 12 * DAY;
  parameters = { experiment: 'pages', control: CONTROL, from: START - DAY, until, asOf: until, windowDays: 7 };
  report = await createReport({
    stripe: market.stripe,
    experiment: 'pages',
    from: new Date(parameters.from * 1000),
    now: market.now,
  });
  warehouse = await openTables(await exportAccount(market.stripe));
});
afterAll(() => {
  warehouse.close();
});

const ask = (name: string): Promise<Record<string, unknown>[]> =>
  warehouse.query(withParameters(readQuery(name), parameters));

it('about who counts and who converted', async () => {
  expect(report.coverage).toMatchObject({ young: 2, crossed: 1 });
  expect(await ask('conversion')).toMatchObject(
    report.everyone.arms.map(({ variant, units, conversions }) => ({ variant, units, conversions })),
  );
});

it('about money in every currency', async () => {
  const rows = report.money.flatMap(({ currency, arms }) =>
    arms.map(({ variant, units, total }) => ({ currency, variant, units, total })),
  );
  const asked = (await ask('revenue')).map(({ currency, variant, units, total }) => ({
    currency,
    variant,
    units,
    total,
  }));

  expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(['usd', 'jpy']));
  expect(asked).toHaveLength(rows.length);
  expect(asked).toEqual(expect.arrayContaining(rows));
});

it('about whose payments were authorized', async () => {
  const { account, arms, elsewhere, unjoined } = report.authorization;
  const rows = await ask('authorization');
  const figures = ({ succeeded, failed, blocked, challenged }: Omit<typeof account, 'rate' | 'declines'>) => ({
    succeeded,
    failed,
    blocked,
    challenged,
  });
  const inRate = (scope: string): number =>
    rows
      .filter((row) => row['scope'] === scope)
      .reduce((sum, row) => sum + Number(row['succeeded']) + Number(row['failed']), 0);

  expect(rows[0]).toMatchObject({ scope: 'account', ...figures(account) });
  expect(rows.filter(({ scope }) => scope === 'variant')).toMatchObject(
    (arms ?? []).map((arm) => ({ variant: arm.variant, ...figures(arm) })),
  );
  expect(account).toMatchObject({ blocked: 1, challenged: 1 });
  // One payment of several attempts has a charge for each.
  const charges = await market.stripe.charges.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  expect(rows[0]).toMatchObject({ attempts: charges.length });
  expect(charges.length).toBeGreaterThan(account.succeeded + account.failed + account.blocked);
  expect({ elsewhere: inRate('elsewhere'), unjoined: inRate('unjoined') }).toEqual({ elsewhere, unjoined });
  expect(elsewhere).toBeGreaterThan(1);
});

it("about a guest's declined payment of a subscription: nobody knows whose it was", async () => {
  await market.visit({ unit: 'guest', variant: CONTROL, mode: 'subscription', day: 12, cards: [CARDS.declined] });
  const until = START + 13 * DAY;
  market.wait(13);
  const again = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
  const tables = await openTables(await exportAccount(market.stripe));
  const rows = await tables.query(withParameters(readQuery('authorization'), { ...parameters, until, asOf: until }));
  tables.close();

  expect(again.authorization).toMatchObject({ arms: null, unjoined: 1 });
  expect(rows.filter(({ scope }) => scope === 'unjoined')).toMatchObject([{ succeeded: 0, failed: 1 }]);
});
