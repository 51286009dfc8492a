import { describe, expect, it } from 'vitest';
import { checkSampleRatio } from '../../../src/report/statistics/check-sample-ratio.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';
import { valueOf } from './support/value-of.js';

describe('the sample ratio', () => {
  it.each(readOracle('sampleRatio'))('is the chi-squared test %s', (_, { input, value }) => {
    const half = input.length / 2;
    const { statistic, p } = valueOf(checkSampleRatio(input.slice(0, half), input.slice(half)));
    expectEqual([statistic, p], value);
  });

  it('has failed below 0.001', () => {
    expect(valueOf(checkSampleRatio([5000, 5400]))).toMatchObject({ failed: true, degrees: 1 });
    expect(valueOf(checkSampleRatio([5000, 5300]))).toMatchObject({ failed: false });
  });

  it('means equal shares without weights', () => {
    expect(valueOf(checkSampleRatio([30, 34, 35])).expected).toEqual([33, 33, 33]);
  });

  it('is not judged before every variant should have had five units', () => {
    expect(valueOf(checkSampleRatio([9, 2], [0.1, 0.9]))).toMatchObject({ failed: false });
    expect(valueOf(checkSampleRatio([45, 10], [0.1, 0.9]))).toMatchObject({ failed: true });
  });

  it('is missing without units', () => {
    expect(checkSampleRatio([0, 0])).toEqual({ value: null, missing: 'no_units' });
  });

  it('refuses one variant, and units that are no count', () => {
    expect(() => checkSampleRatio([10])).toThrow('units: 1 variant. A ratio needs two variants or more.');
    expect(() => checkSampleRatio([10, -1])).toThrow('units: -1 is no count.');
  });
});
