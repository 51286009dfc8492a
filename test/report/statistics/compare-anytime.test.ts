import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnytime } from '../../../src/report/statistics/compare-anytime.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { anyCounts } from './support/any-counts.js';
import { expectFigures } from './support/expect-figures.js';
import { valueOf } from './support/value-of.js';

/** The oracle's input: control units, control conversions, variant units, variant conversions, tuning. */
function compare(input: readonly number[], level?: number) {
  const [a, x, b, y, tuning] = input as [number, number, number, number, number];
  return compareAnytime(
    { units: a, conversions: x },
    { units: b, conversions: y },
    { tuning, ...(level && { level }) },
  );
}

describe('two rates, read at any time', () => {
  it.each(readOracle('sequence'))('differ within the confidence sequence %s', (_, { input, value }) => {
    const { low, high } = valueOf(compare(input)).difference;
    expectEqual(
      [low, high],
      value.map((one) => Math.max(-1, Math.min(1, one))),
    );
  });

  it.each(readOracle('sequenceLift'))('have the lift of the confidence sequence %s', (_, { input, value }) => {
    const { low, high } = valueOf(compare(input)).lift;
    expectEqual(
      [1 + low, 1 + high],
      value.map((one) => 1 + one),
    );
  });

  it.each(readOracle('sequenceP'))('have the always-valid p-value %s', (_, { input, value }) => {
    expectEqual([valueOf(compare(input)).p], value);
  });

  it('leave out zero at a level exactly where the p-value is below what the level leaves', () => {
    const counts = anyCounts({ min: 20, max: 3_000_000 });
    const level = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(counts, counts, level, (control, variant, sure) => {
        const found = compareAnytime(control, variant, { level: sure }).value;
        fc.pre(found !== null && Math.abs(found.p - (1 - sure)) > 1e-9);
        expect(found.difference.low > 0 || found.difference.high < 0).toBe(found.p < 1 - sure);
      }),
    );
  });

  it('differ by at most everything, however few there are', () => {
    expect(valueOf(compare([20, 10, 20, 10, 5000])).difference).toMatchObject({ low: -1, high: 1 });
  });

  it('are never surer than a test that is read once', () => {
    expect(valueOf(compare([40000, 12000, 40000, 12372, 80000])).p).toBeGreaterThan(0.0037);
  });
});

describe('no sequence begins', () => {
  it.each([
    ['without units', [0, 0, 500, 90], 'no_units'],
    ['below ten conversions in an arm', [500, 9, 500, 90], 'too_few_conversions'],
    ['below ten units that did not convert', [500, 90, 500, 491], 'too_few_conversions'],
    ['on the very first unit', [1, 1, 1, 0], 'too_few_conversions'],
  ])('%s', (_, input, missing) => {
    expect(compare([...input, 5000])).toEqual({ value: null, missing });
  });

  it('and where it has begun all its figures are numbers, for any counts, level and tuning', () => {
    const level = fc.double({ min: 0.5, max: 0.999999, noNaN: true });
    const tuning = fc.oneof(
      fc.integer({ min: 1, max: 100_000 }),
      fc.maxSafeNat().map((units) => units + 1),
    );
    fc.assert(
      fc.property(anyCounts(), anyCounts(), level, tuning, (control, variant, sure, tuned) => {
        fc.pre(tuned <= Number.MAX_SAFE_INTEGER);
        expectFigures(compareAnytime(control, variant, { level: sure, tuning: tuned }));
      }),
    );
    const few = { units: 20, conversions: 10 };
    expectFigures(compareAnytime(few, few, { tuning: Number.MAX_SAFE_INTEGER }));
  });

  it.each([0, -5000, NaN, Infinity])('with a tuning of %d', (tuning) => {
    expect(() => compare([500, 90, 500, 90, tuning])).toThrow(
      /^tuning: .* is no number of units\. Give the units planned/,
    );
  });
});
