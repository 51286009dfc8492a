import { describe, expect, it } from 'vitest';
import { parseWeights } from '../../../src/report/statistics/parse-weights.js';

describe('weights', () => {
  it('are taken when they sum to one within a billionth', () => {
    expect(parseWeights([0.1, 0.2, 0.7], 3)).toEqual([0.1, 0.2, 0.7]);
    expect(parseWeights([0.5, 0.5 + 5e-10], 2)).toEqual([0.5, 0.5 + 5e-10]);
  });

  it('are equal when nobody names them', () => {
    expect(parseWeights(undefined, 4)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it.each([
    [[0.5, 0.6], 'weights: they sum to 1.1. Make them sum to 1, such as 0.5 and 0.5.'],
    [[0.5, 0.5 + 2e-9], 'weights: they sum to 1.000000002. Make them sum to 1, such as 0.5 and 0.5.'],
    [[1, 0], 'weights: 0 is no share. Give each as a number above 0 and up to 1.'],
    [[1.5, -0.5], 'weights: 1.5 is no share. Give each as a number above 0 and up to 1.'],
    [[NaN, 0.5], 'weights: NaN is no share. Give each as a number above 0 and up to 1.'],
    [[1], 'weights: 1 for 2 variants. Give one per variant.'],
  ])('%j are refused', (weights, line) => {
    expect(() => parseWeights(weights, 2)).toThrow(line);
  });
});
