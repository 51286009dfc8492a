import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from '../../../src/report/statistics/compare-rates.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { anyCounts } from './support/any-counts.js';
import { expectFigures } from './support/expect-figures.js';
import { valueOf } from './support/value-of.js';

/** The oracle's pairs: control units, control conversions, variant units, variant conversions. */
function compare(input: readonly number[], level?: number) {
  const [a, x, b, y] = input as [number, number, number, number];
  return compareRates({ units: a, conversions: x }, { units: b, conversions: y }, level);
}

describe('two rates, read once', () => {
  it.each(readOracle('difference'))('differ within the interval of %s', (_, { input, value }) => {
    const { low, high } = valueOf(compare(input).difference);
    expectEqual([low, high], value);
  });

  it.each(readOracle('differenceP'))('have the p-value of %s', (_, { input, value }) => {
    expectEqual([valueOf(compare(input).p)], value);
  });

  it.each(readOracle('lift'))('have the relative lift of the log-binomial model: %s', (_, { input, value }) => {
    const { estimate, low, high } = valueOf(compare(input).lift);
    expectEqual(
      [1 + estimate, 1 + low, 1 + high],
      value.map((one) => 1 + one),
    );
  });

  it('have wider intervals at a higher level, around the same estimate', () => {
    const usual = valueOf(compare([520, 156, 498, 171]).lift);
    const surer = valueOf(compare([520, 156, 498, 171], 0.99).lift);
    expect(surer.estimate).toBe(usual.estimate);
    expect(surer.low).toBeLessThan(usual.low);
    expect(surer.high).toBeGreaterThan(usual.high);
  });
});

describe('what two arms cannot tell is missing, with the reason', () => {
  it.each([
    ['an arm without units', [0, 0, 100, 3], { difference: 'no_units', p: 'no_units', lift: 'no_units' }],
    [
      'no conversions',
      [90, 0, 100, 0],
      { difference: 'no_variation', p: 'no_variation', lift: 'no_conversions_in_control' },
    ],
    [
      'nothing but conversions',
      [90, 90, 100, 100],
      { difference: 'no_variation', p: 'no_variation', lift: 'no_variation' },
    ],
    [
      'a control without conversions',
      [90, 0, 100, 7],
      { difference: null, p: null, lift: 'no_conversions_in_control' },
    ],
    [
      'a variant without conversions',
      [90, 7, 100, 0],
      { difference: null, p: null, lift: 'no_conversions_in_variant' },
    ],
    [
      'none here, all there',
      [90, 0, 100, 100],
      { difference: 'no_variation', p: null, lift: 'no_conversions_in_control' },
    ],
  ])('%s', (_, input, missing) => {
    const { difference, p, lift } = compare(input);
    expect({ difference: difference.missing, p: p.missing, lift: lift.missing }).toEqual(missing);
  });

  it('and what is there is a number, for any counts', () => {
    fc.assert(
      fc.property(anyCounts(), anyCounts(), (control, variant) => {
        expectFigures(compareRates(control, variant));
      }),
    );
  });
});
