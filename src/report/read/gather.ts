/** Reads a period's Checkout Sessions and PaymentIntents from Stripe, a few pages at a time. */
import type Stripe from 'stripe';
import { ReportError } from '../report-error.js';
import { listPage } from './list-page.js';
import type { Period } from './period.js';
import type { Row } from './row.js';
import { slowDown } from './slow-down.js';
import { toSlices, type Slice } from './slices.js';
import type { StateFile } from './state-file.js';
import { toStripeError } from './stripe-error.js';

/** How far reading has come. */
export interface ReportProgress {
  /** Checkout Sessions read so far, of any experiment. */
  readonly sessions: number;
  /** PaymentIntents read so far. */
  readonly payments: number;
  /** Share of the period that has been read, from 0 to 1. */
  readonly share: number;
}

export interface GatherOptions {
  readonly stripe: Stripe;
  readonly experiment: string;
  readonly period: Period;
  readonly state: StateFile | null;
  readonly take: (row: Row) => void;
  readonly onProgress: (progress: ReportProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/** Lists asked for at once: well below Stripe's limits, and enough to hide the way there. */
const AT_ONCE = 4;

interface Reading {
  readonly slice: Slice;
  readonly number: number;
  cursor: string | null;
  /** Unix seconds: read down to here. */
  reached: number;
  done: boolean;
}

/** Resolves when every row has been taken. Rejects with a {@link ReportError}. */
export async function gather(options: GatherOptions): Promise<void> {
  const { period, state } = options;
  const newest = Math.max(period.to, period.asOf);
  const readings = toSlices(period).map((slice, number): Reading => ({
    slice,
    number,
    cursor: null,
    reached: slice.to ?? newest,
    done: false,
  }));
  const counts = { sessions: 0, payments: 0 };
  const take = (reading: Reading, rows: readonly Row[]): void => {
    counts[reading.slice.list] += rows.length;
    for (const row of rows) options.take(row);
  };
  const tell = (): void => {
    options.onProgress({ ...counts, share: shareOf(readings, newest) });
  };
  state?.replay(({ slice, cursor, rows }) => {
    const reading = readings[slice];
    if (!reading) return;
    Object.assign(reading, { cursor, done: cursor === null, reached: reachedBy(reading, rows) });
    take(reading, rows);
  });
  tell();
  const waiting = readings.filter(({ done }) => !done);
  let broken = false;
  const work = async (): Promise<void> => {
    for (let reading = waiting.shift(); reading; reading = waiting.shift()) {
      while (!reading.done) {
        if (broken) return;
        if (options.signal?.aborted) throw new ReportError('stopped', stopped(state));
        const { slice, cursor } = reading;
        const page = await slowDown(() => listPage({ ...options, slice, cursor }), options.signal).catch(toStripeError);
        Object.assign(reading, { cursor: page.cursor, done: page.cursor === null, reached: page.reached });
        state?.append({ slice: reading.number, cursor: page.cursor, rows: page.rows });
        take(reading, page.rows);
        tell();
      }
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    work().catch((error: unknown) => {
      broken = true;
      throw error;
    }),
  );
  // The others put their pages away first: nothing is written once the caller knows.
  const ends = await Promise.allSettled(workers);
  for (const end of ends) if (end.status === 'rejected') toStripeError(end.reason);
}

function reachedBy({ slice }: Reading, rows: readonly Row[]): number {
  const times = rows.map((row) => (row.kind === 'other' ? slice.from : row.created));
  return times.at(-1) ?? slice.from;
}

function shareOf(readings: readonly Reading[], newest: number): number {
  const length = ({ slice }: Reading): number => Math.max(1, (slice.to ?? newest) - slice.from);
  const left = (reading: Reading): number =>
    reading.done ? 0 : Math.min(length(reading), Math.max(0, reading.reached - reading.slice.from));
  const sum = (of: (reading: Reading) => number): number => readings.reduce((total, each) => total + of(each), 0);
  return 1 - sum(left) / sum(length);
}

const stopped = (state: StateFile | null): string =>
  state ? 'Stopped. The same command goes on from here.' : 'Stopped.';
