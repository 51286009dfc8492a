/** Simulated traffic, seen by the report and by the pack of Sigma's SQL: both say the same, and what is true. */
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReport, type Report } from '../../src/report/index.js';
import { fillAccount, UNTIL } from '../cli/traffic/support/fill-account.js';
import { exportAccount } from './sigma/support/export-account.js';
import { openTables, type Warehouse } from './sigma/support/open-tables.js';
import { readQuery, withParameters } from './sigma/support/pack.js';

const DAY = 86_400;
const asOf = UNTIL / 1000;
const parameters = {
  experiment: 'pages',
  control: 'two-page',
  from: asOf - 30 * DAY,
  until: asOf,
  asOf,
  windowDays: 7,
};

const read = (stripe: Stripe): Promise<Report> =>
  createReport({
    stripe,
    experiment: 'pages',
    from: new Date(parameters.from * 1000),
    to: new Date(UNTIL),
    now: () => new Date(UNTIL),
  });

let report: Report;
let warehouse: Warehouse;
beforeAll(async () => {
  const { stripe } = await fillAccount({ units: 240, baseRate: 0.25, lift: 1.7, seed: 'lift' });
  report = await read(stripe);
  warehouse = await openTables(await exportAccount(stripe));
});
afterAll(() => {
  warehouse.close();
});

const ask = (name: string): Promise<Record<string, unknown>[]> =>
  warehouse.query(withParameters(readQuery(name), parameters));

it('calls a true lift of one page, once enough units have come', () => {
  expect(report.verdict.decision).toMatchObject({ kind: 'better', variant: 'one-page' });
  expect(report.verdict.sentence).toContain('one-page converts better than two-page');
});

it('says how many units are wanting while there are too few', async () => {
  const { stripe } = await fillAccount({ units: 60, lift: 0.031, seed: 'few', guests: 0.8 });
  const { verdict, authorization } = await read(stripe);
  const { decision, sentence, moreDays } = verdict;
  const wanting = decision.kind === 'undecided' ? decision.wanting.value : null;

  expect(wanting?.more).toBeGreaterThan(1000);
  expect(moreDays).toBeGreaterThan(100);
  // Declined guests can be joined to nobody.
  expect(authorization).toMatchObject({
    arms: null,
    withheld: expect.stringContaining('could not be joined') as string,
  });
  expect(sentence).toMatch(/^Undecided: [\d,]+ more units per variant, about [\d,]+ more days/);
});

describe('the pack agrees with the report', () => {
  it('about units, conversions, rates, their intervals and the lift', async () => {
    const { arms, comparisons } = report.everyone;
    const rows = await ask('conversion');

    expect(report.coverage.young).toBeGreaterThan(20);
    expect(rows.map(({ variant, units, conversions }) => ({ variant, units, conversions }))).toEqual(
      arms.map(({ variant, units, conversions }) => ({ variant, units, conversions })),
    );
    expect(rows).toMatchObject(
      arms.map(({ rate }) => ({
        rate: rate.value?.estimate,
        rate_low: expect.closeTo(rate.value?.low ?? NaN, 12) as number,
        rate_high: expect.closeTo(rate.value?.high ?? NaN, 12) as number,
      })),
    );
    expect(rows[1]?.['lift']).toBeCloseTo(comparisons[0]?.fixed.lift.value?.estimate ?? NaN, 12);
  });

  it('about the sample ratio', async () => {
    const { value } = report.sampleRatio;
    const rows = await ask('sample-ratio');

    expect(rows.map(({ expected }) => expected)).toEqual(value?.expected);
    expect(rows[0]).toMatchObject({
      chi_squared: expect.closeTo(value?.statistic ?? NaN, 9) as number,
      degrees: value?.degrees,
      failed: value?.failed,
    });
  });

  it('about authorizations of the account and of each variant', async () => {
    const { account, arms, unjoined, elsewhere } = report.authorization;
    const rows = await ask('authorization');
    const figures = ({
      succeeded,
      failed,
      blocked,
      challenged,
      unattempted,
      pending,
    }: Omit<typeof account, 'rate' | 'declines'>) => ({
      succeeded,
      failed,
      blocked,
      challenged,
      unattempted,
      pending,
    });

    expect(account.failed).toBeGreaterThan(3);
    expect(account.blocked).toBeGreaterThan(0);
    expect({ unjoined, elsewhere }).toEqual({ unjoined: 0, elsewhere: 0 });
    expect(rows).toMatchObject([
      { scope: 'account', ...figures(account), rate: account.rate.value?.estimate },
      ...(arms ?? []).map((arm) => ({
        scope: 'variant',
        variant: arm.variant,
        ...figures(arm),
        rate: arm.rate.value?.estimate,
      })),
    ]);
    expect(rows).toHaveLength(1 + (arms?.length ?? 0));
  });

  it('about revenue', async () => {
    const [money] = report.money;

    expect(await ask('revenue')).toMatchObject(
      (money?.arms ?? []).map(({ variant, units, total, perUnit }) => ({
        currency: 'usd',
        variant,
        units,
        total,
        per_unit: perUnit,
      })),
    );
  });

  it('and each query with the others', async () => {
    const conversions = (await ask('conversion')).map((row) => row['conversions']);
    const plans = await ask('paid-plan');
    const recovery = await ask('recovery');
    const subscribed = (variant: string): number =>
      plans.filter((row) => row['variant'] === variant).reduce((sum, row) => sum + Number(row['subscribed_units']), 0);

    expect(conversions).toEqual([subscribed('two-page'), subscribed('one-page')]);
    expect(recovery.filter(({ reason }) => reason === '(all)').map(({ variant }) => variant)).toEqual([
      'two-page',
      'one-page',
    ]);
    expect(recovery[0]).toMatchObject({ currency: 'usd' });
  });
});
