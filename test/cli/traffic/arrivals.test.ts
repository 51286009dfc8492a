import { expect, it } from 'vitest';
import { toArrivals } from '../../../src/cli/traffic/arrivals.js';
import { createRandom } from '../../../src/cli/traffic/random.js';

const DAY = 86_400_000;
const from = Date.UTC(2026, 9, 25, 9, 30);
const until = from + 28 * DAY;
const arrivals = toArrivals(createRandom('arrivals'), 20_000, from, until);

it('spreads them over the whole time, in order', () => {
  expect(arrivals).toHaveLength(20_000);
  expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
  expect(arrivals[0]).toBeGreaterThanOrEqual(from);
  expect(arrivals.at(-1)).toBeLessThanOrEqual(until);
  expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(27 * DAY);
});

it('is livelier by day and on weekdays', () => {
  const count = (fits: (date: Date) => boolean): number => arrivals.filter((at) => fits(new Date(at))).length;
  const weekend = count((date) => date.getUTCDay() % 6 === 0) / 2;
  const weekday = count((date) => date.getUTCDay() % 6 !== 0) / 5;

  expect(weekday / weekend).toBeGreaterThan(2);
  expect(count((date) => date.getUTCHours() === 14)).toBeGreaterThan(3 * count((date) => date.getUTCHours() === 3));
});

it('leaves gaps as chance does: about as long on average as they vary', () => {
  const noon = arrivals.filter((at) => new Date(at).getUTCDay() === 2 && new Date(at).getUTCHours() === 14);
  const gaps = noon
    .slice(1)
    .map((at, index) => at - (noon[index] ?? at))
    .filter((gap) => gap < 3_600_000);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);

  expect(deviation / mean).toBeGreaterThan(0.85);
  expect(deviation / mean).toBeLessThan(1.15);
});

it('takes one customer on one day', () => {
  const [only = 0] = toArrivals(createRandom('one'), 1, until - DAY, until);

  expect(only).toBeGreaterThanOrEqual(until - DAY);
  expect(only).toBeLessThanOrEqual(until);
});
