import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMoney } from '../../../src/report/statistics/compare-money.js';
import { summarizeMoney, type MoneySummary } from '../../../src/report/statistics/summarize-money.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { expectFigures } from './support/expect-figures.js';
import { valueOf } from './support/value-of.js';

const paid = (amounts: readonly number[], units: number, currency = 'usd'): MoneySummary =>
  valueOf(
    summarizeMoney(
      amounts.map((amount) => ({ amount, currency })),
      units,
    ),
  );

describe('money per unit', () => {
  it.each(readOracle('money'))("is compared as Welch's %s", (_, { input, value }) => {
    const [ofControl, ofVariant, ...rest] = input as [number, number, ...number[]];
    const arms: [number[], number[]] = [[], []];
    for (let at = 0; at < rest.length; at += 3) {
      for (const arm of [0, 1] as const)
        arms[arm].push(...Array.from({ length: rest[at + 1 + arm]! }, () => rest[at]!));
    }
    const found = valueOf(compareMoney(paid(arms[0], ofControl), paid(arms[1], ofVariant)));
    expectEqual([found.difference.low, found.difference.high, found.p, found.degrees], value);
  });

  it('is not compared across currencies', () => {
    expect(compareMoney(paid([100], 5, 'usd'), paid([100], 5, 'eur'))).toEqual({
      value: null,
      missing: 'mixed_currencies',
    });
  });

  it('is compared with an arm that paid nothing', () => {
    expect(valueOf(compareMoney(paid([], 5), paid([100, 300], 5, 'EUR')))).toMatchObject({
      currency: 'eur',
      difference: { estimate: 80 },
    });
  });

  it.each([
    ['one unit in an arm', paid([100], 1), paid([100, 200], 2), 'too_few_units'],
    ['nobody paid', paid([], 5), paid([], 5), 'no_variation'],
    ['all paid alike', paid([100, 100], 2), paid([100, 100], 2), 'no_variation'],
  ])('has no comparison where %s', (_, control, variant, missing) => {
    expect(compareMoney(control, variant)).toEqual({ value: null, missing });
  });

  it('has numbers for any payments', () => {
    const arm = fc
      .array(fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 0, max: 99_999_999 })), {
        maxLength: 30,
      })
      .chain((amounts) =>
        fc.integer({ min: Math.max(1, amounts.length), max: 5000 }).map((units) => paid(amounts, units)),
      );
    fc.assert(
      fc.property(arm, arm, fc.double({ min: 0.5, max: 0.999999, noNaN: true }), (control, variant, level) => {
        expectFigures(compareMoney(control, variant, level));
      }),
    );
  });
});
