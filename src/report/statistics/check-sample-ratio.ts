/** Whether units arrived in the shares the experiment was meant to have. */
import { checkCount } from './counts.js';
import { chiSquaredTail } from './distributions.js';
import { absent, present, type Figure } from './figure.js';
import { parseWeights } from './parse-weights.js';
import { StatisticsError } from './statistics-error.js';

/** Below this p-value the assignment is taken to be broken. */
export const SAMPLE_RATIO_LIMIT = 0.001;

/** Fewest units every variant should have had for the check to be judged: below, chi-squared is no good approximation. */
export const SAMPLE_RATIO_MINIMUM = 5;

/** The chi-squared goodness of fit of units against weights. */
export interface SampleRatio {
  /** Chi-squared statistic. */
  readonly statistic: number;
  /** Variants minus one. */
  readonly degrees: number;
  /** Probability of shares this far off, or further, when the assignment works. */
  readonly p: number;
  /** Units each variant should have had, in the same order; fractional. */
  readonly expected: readonly number[];
  /**
   * `p` is below 0.001: the arms differ in more than the variant, and no verdict holds. Never true while a variant
   * should have had fewer than five units.
   */
  readonly failed: boolean;
}

/**
 * Checks the sample ratio: R's `chisq.test(units, p = weights)`.
 *
 * @param units - Units of each variant.
 * @param weights - Shares meant, in the same order. Absent: equal.
 * @returns The check, or `no_units`.
 * @throws {@link StatisticsError} for fewer than two variants, for units that are no counts and for weights that are none.
 */
export function checkSampleRatio(units: readonly number[], weights?: readonly number[]): Figure<SampleRatio> {
  if (units.length < 2)
    throw new StatisticsError('units', `${units.length} variant`, 'A ratio needs two variants or more.');
  units.forEach((count) => checkCount('units', count));
  const shares = parseWeights(weights, units.length);
  const total = units.reduce((sum, count) => sum + count, 0);
  if (total === 0) return absent('no_units');
  const expected = shares.map((share) => share * total);
  const statistic = expected.reduce((sum, want, index) => sum + ((units[index] ?? 0) - want) ** 2 / want, 0);
  const degrees = units.length - 1;
  const p = chiSquaredTail(statistic, degrees);
  return present({
    statistic,
    degrees,
    p,
    expected,
    failed: p < SAMPLE_RATIO_LIMIT && Math.min(...expected) >= SAMPLE_RATIO_MINIMUM,
  });
}
