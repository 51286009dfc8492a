/** When customers come: at random, more by day than by night, more on weekdays than on weekends. */
import type { Random } from './random.js';

const HOUR_MS = 3_600_000;

/** Visitors by hour of the day (UTC), relative to each other. */
const HOURS = [5, 4, 3, 3, 3, 4, 6, 9, 13, 16, 18, 18, 17, 18, 20, 20, 18, 16, 14, 12, 11, 10, 8, 6];

/** Visitors by day of the week, Sunday first. */
const WEEKDAYS = [0.35, 1, 1.1, 1.1, 1.05, 0.9, 0.4];

function intensity(ms: number): number {
  const date = new Date(ms);
  return (HOURS[date.getUTCHours()] ?? 0) * (WEEKDAYS[date.getUTCDay()] ?? 0);
}

/**
 * Times of `count` arrivals from `from` to `until` (milliseconds), in order. The gaps are exponential; time itself
 * runs faster when many come.
 */
export function toArrivals(random: Random, count: number, from: number, until: number): number[] {
  const hours: { readonly start: number; readonly length: number; readonly before: number; readonly rate: number }[] =
    [];
  let total = 0;
  for (let start = from; start < until;) {
    const end = Math.min(until, (Math.floor(start / HOUR_MS) + 1) * HOUR_MS);
    const rate = intensity(start);
    hours.push({ start, length: end - start, before: total, rate });
    total += rate * (end - start);
    start = end;
  }
  const sums: number[] = [];
  let sum = 0;
  for (let index = 0; index <= count; index += 1) sums.push((sum += random.exponential(1)));
  let hour = 0;
  return sums.slice(0, count).map((reached) => {
    const passed = (reached / sum) * total;
    while ((hours[hour + 1]?.before ?? Infinity) <= passed) hour += 1;
    const { start = from, length = 0, before = 0, rate = 1 } = hours[hour] ?? {};
    return Math.floor(start + Math.min(length, (passed - before) / rate));
  });
}
