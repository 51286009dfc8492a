/** Two arms compared at any time, as often as one likes: asymptotic confidence sequences. */
import { logRateVariance, rateVariance, toLift, toRatio } from './compare-rates.js';
import { checkCounts, type Counts } from './counts.js';
import { absent, present, type Estimate, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';
import { StatisticsError } from './statistics-error.js';

/** Units of both arms together at which the sequence is tightest, unless told otherwise. */
export const DEFAULT_TUNING = 5000;

/** Fewest units with a conversion, and fewest without one, that each arm needs for the sequence to begin. */
export const SEQUENCE_MINIMUM = 10;

/** How {@link compareAnytime} looks. */
export interface AnytimeOptions {
  /** Of the intervals; 0.95 unless told otherwise. The p-value does not depend on it. */
  readonly level?: number;
  /**
   * Units of both arms together at which the sequence shall be tightest; 5,000 unless told otherwise. Name the number
   * planned, and name it before the first look: chosen afterwards, nothing is valid any more.
   */
  readonly tuning?: number;
}

/** A variant against the control, safe to look at every day and to stop on. */
export interface AnytimeComparison {
  /** Rate of the variant minus rate of the control. The intervals of all days hold the truth together. */
  readonly difference: Estimate;
  /** Always-valid p-value: below 0.05 at any time in at most 5 % of experiments without a difference. Inverts `difference`. */
  readonly p: number;
  /** Relative lift: the sequence of the log ratio. */
  readonly lift: Estimate;
}

/**
 * Compares a variant with the control by the asymptotic confidence sequence of Waudby-Smith and others
 * (arXiv 2103.06476). May be read daily and stopped on.
 *
 * @param control - Counts of the control.
 * @param variant - Counts of the variant.
 * @param options - Level and tuning.
 * @returns The comparison; `no_units`, or `too_few_conversions` until each arm has ten units that converted and ten that did not.
 * @throws {@link StatisticsError} for counts that cannot be, a level outside 0.5 … 0.999999 and a tuning below 1.
 */
export function compareAnytime(
  control: Counts,
  variant: Counts,
  { level = DEFAULT_LEVEL, tuning = DEFAULT_TUNING }: AnytimeOptions = {},
): Figure<AnytimeComparison> {
  checkCounts(control);
  checkCounts(variant);
  const alpha = toAlpha(level);
  const time = sequenceTime(control.units + variant.units, checkTuning(tuning));
  if (control.units === 0 || variant.units === 0) return absent('no_units');
  if (!isReady(control) || !isReady(variant)) return absent('too_few_conversions');
  const ratio = toRatio(control, variant);
  if (ratio.value === null) return ratio;
  const reach = sequenceReach(time, alpha);
  const spread = Math.sqrt(rateVariance(control) + rateVariance(variant));
  const estimate = variant.conversions / variant.units - control.conversions / control.units;
  const logSpread = Math.sqrt(logRateVariance(control) + logRateVariance(variant));
  const half = reach * spread;
  return present({
    difference: { estimate, low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half), level },
    p: sequenceP(time, estimate / spread),
    lift: toLift(ratio.value, Math.min(LOG_LIMIT, reach * logSpread), level),
  });
}

const isReady = ({ units, conversions }: Counts): boolean =>
  conversions >= SEQUENCE_MINIMUM && units - conversions >= SEQUENCE_MINIMUM;

/** The paper's rule for ρ² times the tuning, always at 5 %, so that the p-value inverts the sequence of every level. */
const TIGHTEST = -2 * Math.log(0.05) + Math.log(-2 * Math.log(0.05) + 1);

/** No ratio of two counts is as large as e⁵⁰, and beyond e⁷⁰⁰ there is no number. */
const LOG_LIMIT = 50;

/** The paper's `tρ²` at `units` in both arms together. */
export const sequenceTime = (units: number, tuning: number): number => (units * TIGHTEST) / tuning;

/**
 * A number of units to tune to.
 *
 * @throws {@link StatisticsError} below one.
 */
export function checkTuning(tuning: number): number {
  if (!(tuning >= 1 && tuning <= Number.MAX_SAFE_INTEGER))
    throw new StatisticsError('tuning', `${tuning} is no number of units`, 'Give the units planned, such as 5000.');
  return tuning;
}

/** Half the width of the sequence in standard errors. */
export const sequenceReach = (time: number, alpha: number): number =>
  Math.sqrt(2 * (1 + 1 / time) * (Math.log1p(time) / 2 - Math.log(alpha)));

/** The smallest alpha whose sequence leaves out zero when the estimate is `z` standard errors away. */
const sequenceP = (time: number, z: number): number =>
  Math.min(1, Math.sqrt(1 + time) * Math.exp((-z * z) / (2 * (1 + 1 / time))));
