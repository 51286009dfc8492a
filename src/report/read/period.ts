/** Which time the report is about. */
import { ReportError } from '../report-error.js';

export const SECONDS_PER_DAY = 86_400;
/** Days of exposures that count when nothing is said. */
const DEFAULT_DAYS = 30;
/** A session, and so the payment begun in it, lives for a day at most. */
const LONGEST_SESSION = SECONDS_PER_DAY;
/** Before Stripe was. */
const EARLIEST = Date.UTC(2010, 0, 1) / 1000;

/** All in Unix seconds. */
export interface Period {
  /** Exposures count from here on. */
  readonly from: number;
  /** Exposures count up to here; it does not belong to the period. */
  readonly to: number;
  /** When the report was begun: exposures younger than the window by then do not count. */
  readonly asOf: number;
  readonly window: number;
  /** Sessions are read up to here, null: to the newest. */
  readonly readUntil: number | null;
}

export interface PeriodOptions {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Days; default 7. */
  readonly window?: number | undefined;
  readonly now: Date;
}

/** Throws a {@link ReportError} for dates that make no period. */
export function toPeriod(options: PeriodOptions): Period {
  const { window: days = 7 } = options;
  if (!Number.isFinite(days) || days <= 0 || days > 366) {
    throw new ReportError('usage', `window: ${days} is not a number of days above 0 and up to 366. Write 7.`);
  }
  const window = Math.round(days * SECONDS_PER_DAY);
  const asOf = toSeconds('now', options.now);
  const to = options.to ? toSeconds('to', options.to) : asOf;
  const from = options.from ? toSeconds('from', options.from) : to - DEFAULT_DAYS * SECONDS_PER_DAY - window;
  if (from >= to) {
    throw new ReportError('usage', `from: ${toIso(from)} is not before to (${toIso(to)}). Write an earlier date.`);
  }
  if (from >= asOf) {
    throw new ReportError('usage', `from: ${toIso(from)} lies in the future. Write a date that has passed.`);
  }
  const readUntil = options.to ? to + window + LONGEST_SESSION : null;
  return { from, to, asOf, window, readUntil };
}

function toSeconds(name: string, date: Date): number {
  const seconds = Math.floor(date.getTime() / 1000);
  if (Number.isNaN(seconds)) throw new ReportError('usage', `${name}: that is no date. Write 2026-11-01.`);
  if (seconds < EARLIEST)
    throw new ReportError('usage', `${name}: ${toIso(seconds)} is too long ago. Write a later date.`);
  return seconds;
}

/** `2026-11-01T00:00:00Z`. */
export const toIso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
