import { describe, expect, it } from 'vitest';
import { compare, median, summarize } from '../../bench/report/statistics.mjs';

describe('figures of several rounds', () => {
  it('are told by their median', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(summarize([])).toBeNull();
  });

  it('come with an interval that holds the median, is the same each time, and is narrower with more rounds', () => {
    const few = [10, 12, 9, 14, 11];
    const many = Array.from({ length: 12 }, () => few).flat();
    const told = summarize(few);
    expect(told).toEqual(summarize(few));
    expect(told?.interval[0]).toBeLessThanOrEqual(11);
    expect(told?.interval[1]).toBeGreaterThanOrEqual(11);
    const width = (values: number[]) => (([low = 0, high = 0]) => high - low)(summarize(values)?.interval ?? []);
    expect(width(many)).toBeLessThan(width(few));
  });

  it('are compared round by round: what slows both down changes nothing', () => {
    const base = [10, 20, 40, 80, 160];
    const twice = compare(
      base.map((value) => value * 2),
      base,
    );
    expect(twice?.ratio).toBe(2);
    expect(twice?.interval).toEqual([2, 2]);
    expect(compare([1], [])).toBeNull();
    expect(compare([1], [0])).toBeNull();
  });
});
