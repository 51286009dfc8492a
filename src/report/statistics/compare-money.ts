/** Money per unit of two arms, compared within one currency. */
import { checkCount } from './counts.js';
import { studentReach, studentTails } from './distributions.js';
import { absent, present, type Estimate, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';
import { StatisticsError } from './statistics-error.js';

/** Money of one arm, summed up. Made by {@link summarizeMoney}. */
export interface MoneySummary {
  /** Lower-case ISO code, null where nobody paid. */
  readonly currency: string | null;
  /** Units of the arm, those that paid nothing included. */
  readonly units: number;
  /** Minor units of money per unit, on average. */
  readonly mean: number;
  /** Sample variance of the money per unit; 0 below two units. */
  readonly variance: number;
}

/** Two means of money per unit, compared once, at the end. */
export interface MoneyComparison {
  /** Mean of the variant minus mean of the control, in minor units per unit: R's `t.test(variant, control)$conf.int`. */
  readonly difference: Estimate;
  /** Two-sided p-value of Welch's t-test. */
  readonly p: number;
  /** Welch's degrees of freedom. */
  readonly degrees: number;
  readonly currency: string;
}

/**
 * Sums up what the units of an arm paid.
 *
 * @param payments - What each unit that paid has paid in all, one entry per unit, integers in minor units; a refund is negative.
 * @param units - Units of the arm. Those without an entry count as zero.
 * @param currency - Of all the payments.
 * @throws {@link StatisticsError} for fractional amounts and for more payments than units.
 */
export function summarizeMoney(payments: readonly number[], units: number, currency: string): MoneySummary {
  checkCount('units', units);
  if (payments.length > units)
    throw new StatisticsError('payments', `${payments.length} for ${units} units`, 'Add up what one unit paid.');
  for (const amount of payments) {
    if (!Number.isSafeInteger(amount))
      throw new StatisticsError('payments', `${amount} is no amount`, 'Give integers in minor units.');
  }
  if (units === 0) return { currency: null, units, mean: 0, variance: 0 };
  const mean = payments.reduce((sum, amount) => sum + amount, 0) / units;
  const squares = payments.reduce((sum, amount) => sum + (amount - mean) ** 2, (units - payments.length) * mean * mean);
  return {
    currency: payments.length === 0 ? null : currency.toLowerCase(),
    units,
    mean,
    variance: units < 2 ? 0 : squares / (units - 1),
  };
}

/**
 * Compares money per unit by Welch's t-test, R's `t.test(variant, control)`: as a test that is read once.
 *
 * @param control - Money of the control.
 * @param variant - Money of the variant.
 * @param level - Of the interval; 0.95 unless told otherwise.
 * @returns The comparison; `mixed_currencies`, `too_few_units` below two in an arm, `no_variation` where all paid alike.
 * @throws {@link StatisticsError} for a level outside 0.5 … 0.999999.
 */
export function compareMoney(
  control: MoneySummary,
  variant: MoneySummary,
  level: number = DEFAULT_LEVEL,
): Figure<MoneyComparison> {
  const alpha = toAlpha(level);
  const currency = control.currency ?? variant.currency;
  if (control.units < 2 || variant.units < 2) return absent('too_few_units');
  if (currency !== (variant.currency ?? currency)) return absent('mixed_currencies');
  const ofControl = control.variance / control.units;
  const ofVariant = variant.variance / variant.units;
  const spread = Math.sqrt(ofControl + ofVariant);
  if (currency === null || spread === 0) return absent('no_variation');
  const degrees =
    (ofControl + ofVariant) ** 2 / (ofControl ** 2 / (control.units - 1) + ofVariant ** 2 / (variant.units - 1));
  const estimate = variant.mean - control.mean;
  const half = studentReach(alpha, degrees) * spread;
  return present({
    difference: { estimate, low: estimate - half, high: estimate + half, level },
    p: studentTails(estimate / spread, degrees),
    degrees,
    currency,
  });
}
