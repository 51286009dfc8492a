import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateRate } from '../../../src/report/statistics/estimate-rate.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { anyCounts } from './support/any-counts.js';
import { valueOf } from './support/value-of.js';

describe('the rate of an arm', () => {
  it.each(readOracle('rate'))('has the interval of %s', (_, { input, value }) => {
    const [units, conversions, level] = input as [number, number, number];
    const { low, high } = valueOf(estimateRate({ units, conversions }, level));
    expectEqual([low, high], value);
  });

  it('is conversions per unit', () => {
    expect(valueOf(estimateRate({ units: 1040, conversions: 312 }))).toMatchObject({ estimate: 0.3, level: 0.95 });
  });

  it('is missing without units', () => {
    expect(estimateRate({ units: 0, conversions: 0 })).toEqual({ value: null, missing: 'no_units' });
  });

  it('lies in its interval, and the interval in 0 … 1', () => {
    fc.assert(
      fc.property(anyCounts({ min: 1 }), (counts) => {
        const { low, estimate, high } = valueOf(estimateRate(counts));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(estimate).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what cannot be counted is refused with the field, the reason and the mend', () => {
  it.each([
    [{ units: -1, conversions: 0 }, 'units: -1 is no count. Give a whole number, zero or more.'],
    [{ units: 10.5, conversions: 0 }, 'units: 10.5 is no count. Give a whole number, zero or more.'],
    [{ units: NaN, conversions: 0 }, 'units: NaN is no count. Give a whole number, zero or more.'],
    [{ units: Infinity, conversions: 0 }, 'units: Infinity is no count. Give a whole number, zero or more.'],
    [{ units: 10, conversions: 0.5 }, 'conversions: 0.5 is no count. Give a whole number, zero or more.'],
    [
      { units: 10, conversions: 11 },
      'conversions: 11 of 10 units cannot have converted. Count a unit once, however often it paid.',
    ],
  ])('%o', (counts, line) => {
    expect(() => estimateRate(counts)).toThrow(expect.objectContaining({ name: 'StatisticsError', message: line }));
  });

  it.each([0, 0.4, 1, 95, NaN])('a level of %d', (level) => {
    expect(() => estimateRate({ units: 10, conversions: 1 }, level)).toThrow(
      expect.objectContaining({ field: 'level', name: 'StatisticsError' }),
    );
  });
});
