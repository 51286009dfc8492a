import { describe, expect, it } from 'vitest';
import { planUnits } from '../../../src/report/statistics/plan.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { readRow } from './support/read-docs.js';
import { valueOf } from './support/value-of.js';

const toGoal = ([baseRate, lift, power, alpha, tuning]: readonly number[]) => ({
  baseRate: baseRate!,
  lift: lift!,
  power: power!,
  alpha: alpha!,
  ...(tuning !== undefined && { tuning }),
});

describe('a plan', () => {
  it.each(readOracle('plan'))('for a test that is read once equals %s', (_, { input, value }) => {
    const { fixed, fixedExact } = valueOf(planUnits(toGoal(input)));
    expectEqual([fixedExact], value);
    expect(fixed).toBe(Math.ceil(fixedExact));
  });

  it.each(readOracle('planAnytime'))('for the always-valid test equals %s', (_, { input, value }) => {
    expect(valueOf(planUnits(toGoal(input))).anytime).toBe(value[0]);
  });

  it('is for 80 % power and an error of 5 % unless told otherwise', () => {
    expect(planUnits({ baseRate: 0.3, lift: 0.031 })).toEqual(
      planUnits({ baseRate: 0.3, lift: 0.031, power: 0.8, alpha: 0.05 }),
    );
  });

  it('shares the error among several variants', () => {
    expect(planUnits({ baseRate: 0.3, lift: 0.031, comparisons: 2 })).toEqual(
      planUnits({ baseRate: 0.3, lift: 0.031, alpha: 0.025 }),
    );
  });

  it.each([0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7])(
    'for a lift of 3.1 percent over a rate of %d is in the docs',
    (baseRate) => {
      const { fixed, anytime } = valueOf(planUnits({ baseRate, lift: 0.031 }));
      const tuned = valueOf(planUnits({ baseRate, lift: 0.031, tuning: 4 * fixed })).anytime;
      expect(readRow(`${Math.round(100 * baseRate)} %`)).toEqual(
        [fixed, anytime, tuned].map((units) => units.toLocaleString('en-US')),
      );
    },
  );
});

describe('there is a plan', () => {
  it.each([
    [1e-4, 1e-6],
    [1e-9, 1e-6],
    [1 / Number.MAX_SAFE_INTEGER, 0.031],
  ])('for a rate of %d and a lift of %d, though it is more units than can be counted one by one', (baseRate, lift) => {
    const { fixed, anytime } = valueOf(planUnits({ baseRate, lift }));
    expect(anytime / fixed).toBeGreaterThan(1);
    expect(anytime / fixed).toBeLessThan(20);
  });
});

describe('there is no plan', () => {
  it('for a lift of nothing', () => {
    expect(planUnits({ baseRate: 0.3, lift: 0 })).toEqual({ value: null, missing: 'no_lift' });
  });

  it('for a rate beyond 100 %', () => {
    expect(planUnits({ baseRate: 0.98, lift: 0.031 })).toEqual({ value: null, missing: 'rate_above_one' });
  });

  it.each([
    [{ baseRate: 0, lift: 0.1 }, 'baseRate: 0 is not between'],
    [{ baseRate: 30, lift: 0.1 }, 'baseRate: 30 is not between'],
    [{ baseRate: 0.3, lift: -1 }, 'lift: -1 leaves no rate. Give a number above -1.'],
    [{ baseRate: 0.3, lift: NaN }, 'lift: NaN is not between'],
    [{ baseRate: 0.3, lift: 1e-9 }, 'lift: 1e-9 is not between'],
    [
      { baseRate: 0.3, lift: 0.1, power: 1 },
      'power: 1 is not between 0.5 and 0.9999. Give the chance of seeing the lift, such as 0.8.',
    ],
    [{ baseRate: 0.3, lift: 0.1, power: 0.04 }, 'power: 0.04 is not between'],
    [{ baseRate: 0.3, lift: 0.1, alpha: 0 }, 'alpha: 0 is not between'],
    [{ baseRate: 0.3, lift: 0.1, comparisons: 0 }, 'comparisons: there is none.'],
    [{ baseRate: 0.3, lift: 0.1, tuning: 0 }, 'tuning: 0 is no number of units.'],
  ])('for %j', (goal, line) => {
    expect(() => planUnits(goal)).toThrow(line);
  });
});
