/** An experiment's result, from the sessions customers left at Stripe. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createReport, type Report, type ReportOptions } from '../../src/report/index.js';
import { CARDS, openMarket, START } from './market.js';

const iso = (days: number): Date => new Date((START + days * 86_400) * 1000);
const armOf = (report: Report, variant: string) => report.everyone.arms.find((arm) => arm.variant === variant)!;

describe('units', () => {
  let read: (options?: Partial<ReportOptions>) => Promise<Report>;

  beforeAll(async () => {
    const market = await openMarket();
    await market.visits('two-page', 6, 2);
    await market.visits('one-page', 6, 3, { mode: 'subscription', differs: false });
    // Comes back three days later and pays, after a session that was shown another flow.
    await market.visit({ unit: 'back', variant: 'one-page', fallback: true });
    await market.visit({ unit: 'back', variant: 'one-page', day: 3, cards: [CARDS.good], switched: true });
    // Pays too late.
    await market.visit({ unit: 'late', variant: 'two-page' });
    await market.visit({ unit: 'late', variant: 'two-page', day: 8, cards: [CARDS.good] });
    await market.visit({ unit: 'declined', variant: 'two-page', cards: [CARDS.declined] });
    await market.visit({ unit: 'elsewhere', variant: 'blue', experiment: 'colors', cards: [CARDS.good] });
    await market.visit({ unit: 'nowhere', variant: 'none', experiment: null, cards: [CARDS.good] });
    await market.visit({ unit: 'bare', variant: 'one-page', bare: true, cards: [CARDS.good] });
    await market.visit({ unit: 'young', variant: 'one-page', day: 10, cards: [CARDS.good] });
    market.wait(12);
    const now = market.now();
    read = (options) => createReport({ stripe: market.stripe, experiment: 'pages', now: () => now, ...options });
  });

  it('count once, by their first session, and convert within the window', async () => {
    const report = await read();
    expect(report.control).toBe('two-page');
    expect(report.everyone.arms.map(({ variant, units, conversions }) => [variant, units, conversions])).toEqual([
      ['two-page', 8, 2],
      ['one-page', 8, 5],
    ]);
    expect(report.coverage).toMatchObject({
      counted: 16,
      young: 1,
      crossed: 0,
      experimentSessions: 19,
      bareSessions: 1,
    });
    expect(report.coverage.sessions).toBe(21);
  });

  it('are compared where the arms differ as well', async () => {
    const { differing } = await read();
    expect(differing?.arms.map(({ units, conversions }) => [units, conversions])).toEqual([
      [8, 2],
      [1, 1],
    ]);
  });

  it('carry what their first session said of fallback and flow', async () => {
    const arm = armOf(await read(), 'one-page');
    expect(arm.fallbackShare).toBeCloseTo(1 / 7);
    expect(arm.switchedShare).toBe(0);
  });

  it('take a median time to pay, across one-time payments and subscriptions', async () => {
    const report = await read();
    expect(armOf(report, 'two-page')).toMatchObject({ medianTimeToPay: 60, timed: 2 });
    expect(armOf(report, 'one-page')).toMatchObject({ medianTimeToPay: 60, timed: 5 });
  });

  it('bring money per unit, those that paid nothing included', async () => {
    const [usd, ...others] = (await read()).money;
    expect(others).toEqual([]);
    expect(usd?.arms).toEqual([
      { variant: 'two-page', units: 8, total: 2000, perUnit: 250 },
      { variant: 'one-page', units: 8, total: 5000, perUnit: 625 },
    ]);
  });

  it('convert later with a longer window', async () => {
    const report = await read({ window: 9 });
    expect(armOf(report, 'two-page').conversions).toBe(3);
  });

  it('are counted from the dates asked for', async () => {
    const report = await read({ from: iso(2), to: iso(4) }).catch((error: unknown) => error);
    expect(report).toMatchObject({ kind: 'data' });
    expect(String(report)).toContain('every unit that counts saw one-page');
  });

  it('arrive day by day', async () => {
    const { days } = await read();
    expect(days).toHaveLength(1);
    expect(days[0]).toMatchObject({
      day: '2026-10-01',
      arms: [
        { units: 8, conversions: 2 },
        { units: 8, conversions: 5 },
      ],
    });
  });

  it('are named after the control asked for', async () => {
    const report = await read({ control: 'one-page' });
    expect(report.variants.map(({ variant }) => variant)).toEqual(['one-page', 'two-page']);
    expect(report.everyone.comparisons.map(({ variant }) => variant)).toEqual(['two-page']);
  });

  it('leave a verdict open that they do not carry, and say what is wanting', async () => {
    const { verdict } = await read({ lift: 0.1 });
    expect(verdict.decision.kind).toBe('undecided');
    expect(verdict.sentence).toMatch(/^Undecided: [\d,]+ more units per variant, about [\d,]+ more days/);
    expect(verdict.moreDays).toBeGreaterThan(0);
  });

  it('are JSON as they are', async () => {
    const report = await read();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('a verdict', () => {
  it('is withheld when units did not arrive in the shares meant', async () => {
    const market = await openMarket();
    await market.visits('two-page', 30, 0);
    await market.visits('one-page', 4, 4);
    market.wait(8);
    const { verdict, sampleRatio } = await createReport({
      stripe: market.stripe,
      experiment: 'pages',
      now: market.now,
    });
    expect(sampleRatio.value?.failed).toBe(true);
    expect(verdict.decision).toMatchObject({ kind: 'withheld', reason: { code: 'sample_ratio' } });
    expect(verdict.sentence).toContain('did not arrive in the shares meant');
  });

  it('holds shares that were meant to be unequal', async () => {
    const market = await openMarket();
    await market.visits('two-page', 30, 0);
    await market.visits('one-page', 4, 4);
    market.wait(8);
    const options = { stripe: market.stripe, experiment: 'pages', now: market.now };
    const { sampleRatio } = await createReport({ ...options, weights: { 'two-page': 0.9, 'one-page': 0.1 } });
    expect(sampleRatio.value?.failed).toBe(false);
  });

  it('is withheld when more than one unit in a hundred was seen in two variants', async () => {
    const market = await openMarket();
    await market.visits('two-page', 5, 1);
    await market.visits('one-page', 5, 2);
    await market.visit({ unit: 'both', variant: 'two-page' });
    await market.visit({ unit: 'both', variant: 'one-page', day: 1, cards: [CARDS.good] });
    market.wait(9);
    const report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    expect(report.coverage).toMatchObject({ crossed: 1, counted: 10 });
    expect(report.verdict.decision).toMatchObject({ kind: 'withheld', reason: { code: 'crossovers' } });
    expect(report.notes.join('\n')).toContain('1 unit left out: seen in two variants');
  });
});

describe('three variants', () => {
  it('are compared with one control, corrected for how many they are', async () => {
    const market = await openMarket();
    await market.visits('control', 12, 2);
    await market.visits('blue', 12, 6);
    await market.visits('green', 12, 9);
    market.wait(8);
    const { control, everyone } = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    expect(control).toBe('control');
    const [blue, green] = everyone.comparisons;
    expect([blue?.variant, green?.variant]).toEqual(['blue', 'green']);
    expect(green?.fixedHolm.value).toBeCloseTo(2 * green!.fixed.p.value!);
    expect(blue?.fixedHolm.value).toBe(blue?.fixed.p.value);
  });
});

describe('odd data', () => {
  it('in two currencies is never added up', async () => {
    const market = await openMarket();
    for (const variant of ['two-page', 'one-page']) {
      await market.visits(variant, 3, 2);
      await market.visits(variant, 2, 1, { currency: 'jpy' });
    }
    market.wait(8);
    const report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    expect(
      report.money.map(({ currency, arms }) => [currency, arms.map(({ units, total }) => [units, total])]),
    ).toEqual([
      [
        'usd',
        [
          [3, 2000],
          [3, 2000],
        ],
      ],
      [
        'jpy',
        [
          [2, 1000],
          [2, 1000],
        ],
      ],
    ]);
    expect(report.notes.join('\n')).toContain('Money is in USD and JPY: never added up');
  });

  it('from a clock ahead of ours is counted and said', async () => {
    const market = await openMarket();
    await market.visits('two-page', 3, 1);
    await market.visits('one-page', 3, 2);
    await market.visit({ unit: 'tomorrow', variant: 'one-page', day: 11 });
    market.wait(10);
    const report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    expect(report.coverage).toMatchObject({ future: 1, counted: 6 });
    expect(report.notes.join('\n')).toContain(
      '1 unit left out: exposed after this report was begun. A clock is wrong.',
    );
  });

  it('from a clock that went back is counted and said', async () => {
    const market = await openMarket();
    await market.visits('two-page', 3, 1);
    await market.visits('one-page', 3, 2, { pause: -3600, mode: 'subscription' });
    market.wait(10);
    const report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
    expect(armOf(report, 'one-page')).toMatchObject({ conversions: 2, medianTimeToPay: null, timed: 0 });
    expect(report.notes.join('\n')).toContain('2 sessions completed before they were opened. A clock is wrong');
  });
});
