import { describe, expect, it } from 'vitest';
import {
  chiSquaredTail,
  normalQuantile,
  normalTails,
  studentReach,
  studentTails,
} from '../../../src/report/statistics/distributions.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';

/** Ours by the oracle's group, and how close the library comes to R: Student's t loses digits towards a million degrees. */
const FUNCTIONS: readonly [group: string, ours: (argument: number, degrees: number) => number, tolerance: number][] = [
  ['normalTails', normalTails, 1e-10],
  ['normalQuantile', normalQuantile, 1e-10],
  ['chiSquaredTail', chiSquaredTail, 1e-10],
  ['studentTails', studentTails, 1e-8],
  ['studentReach', studentReach, 1e-8],
];

describe.each(FUNCTIONS)('%s', (group, ours, tolerance) => {
  it.each(readOracle(group))('equals %s', (_, { input, value }) => {
    const [argument, degrees] = input as [number, number];
    expectEqual([ours(argument, degrees)], value, tolerance);
  });
});

describe('further out than a number reaches', () => {
  it.each([
    ['a normal', normalTails(50), 0],
    ['a chi-squared', chiSquaredTail(1e9, 1), 0],
    ['a chi-squared at its beginning', chiSquaredTail(1e-12, 80), 1],
    ['a chi-squared at zero', chiSquaredTail(0, 1), 1],
    ['a t', studentTails(1e200, 900), 0],
  ])('the tail of %s is 0 or 1, never NaN', (_, ours, limit) => {
    expect(ours).toBe(limit);
  });
});
