import { describe, expect, it } from 'vitest';
import { toExponent } from '../../bench/growth/fit.mjs';

const SIZES = [1, 10, 100, 200, 400];
const points = (cost: (size: number) => number): [number, number][] => SIZES.map((size) => [size, cost(size)]);

describe('how cost grows', () => {
  it.each([
    ['not at all', () => 5, 0],
    ['linearly', (size: number) => 3 * size, 1],
    ['with the square', (size: number) => 0.1 * size * size, 2],
  ])('%s', (_, cost, exponent) => {
    expect(toExponent(points(cost))).toBeCloseTo(exponent, 5);
  });

  it('is not hidden by what is always there', () => {
    expect(toExponent(points((size) => 10 + 0.1 * size * size))).toBeGreaterThan(1.9);
  });
});
