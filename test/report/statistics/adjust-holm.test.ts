import { describe, expect, it } from 'vitest';
import { adjustHolm } from '../../../src/report/statistics/adjust-holm.js';
import { expectEqual, readOracle } from './oracle/read-oracle.js';

describe("Holm's correction", () => {
  it.each(readOracle('holm'))('equals %s', (_, { input, value }) => {
    expectEqual(adjustHolm(input), value);
  });

  it('of nothing is nothing', () => {
    expect(adjustHolm([])).toEqual([]);
  });

  it.each([-0.1, 1.1, NaN])('refuses %d', (p) => {
    expect(() => adjustHolm([0.5, p])).toThrow('is no probability. Give numbers from 0 to 1.');
  });
});
