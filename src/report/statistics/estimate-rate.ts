/** The conversion rate of one arm, with Wilson's score interval. */
import { checkCounts, type Counts } from './counts.js';
import { normalQuantile } from './distributions.js';
import { absent, present, type Estimate, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';

/**
 * Conversions per unit with Wilson's score interval: R's `prop.test(conversions, units, correct = FALSE)$conf.int`.
 * Holds for small counts and for rates of zero and one; never leaves 0 … 1.
 *
 * @param counts - Units and conversions of the arm.
 * @param level - Of the interval; 0.95 unless told otherwise.
 * @returns The rate, or `no_units`.
 * @throws {@link StatisticsError} for counts that cannot be, and for a level outside 0.5 … 0.999999.
 */
export function estimateRate(counts: Counts, level: number = DEFAULT_LEVEL): Figure<Estimate> {
  const { units, conversions } = checkCounts(counts);
  const z = normalQuantile(1 - toAlpha(level) / 2);
  if (units === 0) return absent('no_units');
  const rate = conversions / units;
  const share = (z * z) / units;
  const middle = rate + share / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / units + share / units / 4);
  return present({
    estimate: rate,
    low: conversions === 0 ? 0 : (middle - half) / (1 + share),
    high: conversions === units ? 1 : (middle + half) / (1 + share),
    level,
  });
}
