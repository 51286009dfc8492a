/** Options of a report, checked before Stripe is asked. */
import type Stripe from 'stripe';
import { checkWeights } from './figures/choose-variants.js';
import { isSlug } from './read/assignment-of.js';
import type { ReportProgress } from './read/gather.js';
import { toPeriod, type Period } from './read/period.js';
import { ReportError } from './report-error.js';

/** Options of {@link createReport}. */
export interface ReportOptions {
  /** Your instance of the official SDK. The report only reads: a restricted key with read access is enough. Retries are the instance's. */
  readonly stripe: Stripe;
  /** Name of the experiment, as in the element's `experiment`. */
  readonly experiment: string;
  /** First moment whose exposures count. Default: 30 days and the window before {@link to}. */
  readonly from?: Date;
  /** First moment whose exposures no longer count. Default: now. */
  readonly to?: Date;
  /** Days within which a unit must complete to be a conversion. Default 7. */
  readonly window?: number;
  /** Variant that the others are compared with. Default: `control`, else `two-page`, else the first by name. */
  readonly control?: string;
  /** Share meant for each variant, summing to one. Default: equal shares of the variants seen. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Smallest relative lift worth seeing, for how many units are wanting. Default 0.03: 3 % more. */
  readonly lift?: number;
  /** Chance of seeing that lift. Default 0.8. */
  readonly power?: number;
  /** Directory of kept funnel events (NDJSON), for drop-off by step. Needs `@duckdb/node-api`. */
  readonly events?: string;
  /** File that keeps what was read, so that a run that was stopped goes on. Removed at the end. */
  readonly resume?: string;
  /** Tells accounts apart in that file. Never a key. */
  readonly account?: string;
  /** Hears how far reading has come, after each page. */
  readonly onProgress?: (progress: ReportProgress) => void;
  /** Stops reading at the next page. */
  readonly signal?: AbortSignal;
  /** The time. Default: the machine's. */
  readonly now?: () => Date;
}

/** The options in the form the report works with. */
export interface ReportSettings {
  readonly period: Period;
  readonly lift: number;
  readonly power: number;
}

/** Throws a {@link ReportError} of kind `usage` naming the option, what is wrong, and the mend. */
export function toSettings(options: ReportOptions): ReportSettings {
  const { experiment, control, weights, lift = 0.03, power = 0.8 } = options;
  checkSlug('experiment', experiment);
  if (control !== undefined) checkSlug('control', control);
  checkWeights(weights);
  for (const name of Object.keys(weights ?? {})) checkSlug('weights', name);
  if (!Number.isFinite(lift) || lift <= -1 || lift === 0) {
    throw new ReportError(
      'usage',
      `lift: ${lift} is no relative lift. Write a number above -1 and not 0, such as 0.031.`,
    );
  }
  if (!(power > 0 && power < 1)) {
    throw new ReportError('usage', `power: ${power} is not between 0 and 1. Write 0.8.`);
  }
  const { from, to, window, now = () => new Date() } = options;
  return { period: toPeriod({ from, to, window, now: now() }), lift, power };
}

function checkSlug(option: string, name: string): void {
  if (isSlug(name)) return;
  const shown = JSON.stringify(name.slice(0, 70));
  throw new ReportError(
    'usage',
    `${option}: ${shown} is no name. Names are 1 to 64 letters, digits, hyphens and underscores.`,
  );
}
