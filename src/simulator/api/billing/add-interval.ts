/** The end of a billing period: the same day later, or the month's last where that day is missing. */
import type { Price } from '../stripe-types.js';

type Interval = NonNullable<Price['recurring']>['interval'];

export function addInterval(seconds: number, interval: Interval, count: number): number {
  const day = 24 * 60 * 60;
  if (interval === 'day') return seconds + count * day;
  if (interval === 'week') return seconds + count * 7 * day;
  const start = new Date(seconds * 1000);
  const months = interval === 'year' ? count * 12 : count;
  const end = new Date(start);
  end.setUTCDate(1);
  end.setUTCMonth(start.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return Math.floor(end.getTime() / 1000);
}
