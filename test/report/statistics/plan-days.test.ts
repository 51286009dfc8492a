import { describe, expect, it } from 'vitest';
import { planDays } from '../../../src/report/statistics/plan-days.js';

describe('the days of an experiment', () => {
  it('are those until every variant has its units', () => {
    expect(planDays(38_448, 1000)).toBe(77);
    expect(planDays(38_448, 200)).toBe(385);
    expect(planDays(38_448, 1000, 3)).toBe(116);
    expect(planDays(10, 0.5)).toBe(40);
    expect(planDays(0, 1000)).toBe(0);
  });

  it.each([
    [100, 0, 2, 'unitsPerDay: 0 leads nowhere. Give a number above 0.'],
    [100, NaN, 2, 'unitsPerDay: NaN leads nowhere.'],
    [100, Infinity, 2, 'unitsPerDay: Infinity leads nowhere.'],
    [1.5, 10, 2, 'unitsPerVariant: 1.5 is no count.'],
    [100, 10, 1, 'variants: 1 is too few. Count the control: two or more.'],
  ])('are not told for %d units at %d a day in %d variants', (units, perDay, variants, line) => {
    expect(() => planDays(units, perDay, variants)).toThrow(line);
  });
});
