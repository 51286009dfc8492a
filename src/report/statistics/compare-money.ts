/** Money per unit of two arms, compared within one currency. */
import { studentReach, studentTails } from './distributions.js';
import { absent, present, type Estimate, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';
import type { MoneySummary } from './summarize-money.js';

/** Two means of money per unit, compared once, at the end. */
export interface MoneyComparison {
  /** Mean of the variant minus mean of the control, in minor units per unit: R's `t.test(variant, control)$conf.int`. */
  readonly difference: Estimate;
  /** Two-sided p-value of Welch's t-test. */
  readonly p: number;
  /** Welch's degrees of freedom. */
  readonly degrees: number;
  /** Of both arms, lower case. */
  readonly currency: string;
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
  if (currency !== (variant.currency ?? currency)) return absent('mixed_currencies');
  if (control.units < 2 || variant.units < 2) return absent('too_few_units');
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
