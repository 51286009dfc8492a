/** Two arms compared once, at the end: difference, p-value and relative lift. */
import { checkCounts, type Counts } from './counts.js';
import { normalQuantile, normalTails } from './distributions.js';
import { absent, present, type Estimate, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';

/** A variant against the control. May be read once, when the planned number of units is there. */
export interface RateComparison {
  /** Rate of the variant minus rate of the control, with Wald's interval: `prop.test(…, correct = FALSE)$conf.int`. */
  readonly difference: Figure<Estimate>;
  /** Two-sided p-value of the chi-squared test without continuity correction: `prop.test(…, correct = FALSE)$p.value`. */
  readonly p: Figure<number>;
  /** Rate of the variant over rate of the control, minus one: 0.031 for 3.1 % more. The interval is Katz's, on the log ratio. */
  readonly lift: Figure<Estimate>;
}

/**
 * Compares a variant with the control as a test that is read once.
 * Whoever looks daily and stops at the first small p-value is wrong far more often: read `compareAnytime` there.
 *
 * @param control - Counts of the control.
 * @param variant - Counts of the variant.
 * @param level - Of the intervals; 0.95 unless told otherwise.
 * @throws {@link StatisticsError} for counts that cannot be, and for a level outside 0.5 … 0.999999.
 */
export function compareRates(control: Counts, variant: Counts, level: number = DEFAULT_LEVEL): RateComparison {
  checkCounts(control);
  checkCounts(variant);
  const z = normalQuantile(1 - toAlpha(level) / 2);
  if (control.units === 0 || variant.units === 0) {
    const none = absent('no_units');
    return { difference: none, p: none, lift: none };
  }
  return {
    difference: difference(control, variant, z, level),
    p: pooledP(control, variant),
    lift: lift(control, variant, z, level),
  };
}

/** Unpooled variance of a rate. */
export const rateVariance = ({ units, conversions }: Counts): number =>
  (conversions * (units - conversions)) / units / units / units;

/** Variance of the logarithm of a rate (delta method); needs a conversion. */
export const logRateVariance = ({ units, conversions }: Counts): number => (units - conversions) / units / conversions;

function difference(control: Counts, variant: Counts, z: number, level: number): Figure<Estimate> {
  const estimate = variant.conversions / variant.units - control.conversions / control.units;
  const half = z * Math.sqrt(rateVariance(control) + rateVariance(variant));
  if (half === 0) return absent('no_variation');
  return present({ estimate, low: Math.max(-1, estimate - half), high: Math.min(1, estimate + half), level });
}

function pooledP(control: Counts, variant: Counts): Figure<number> {
  const units = control.units + variant.units;
  const conversions = control.conversions + variant.conversions;
  if (conversions === 0 || conversions === units) return absent('no_variation');
  const pooled = conversions / units;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / control.units + 1 / variant.units));
  return present(normalTails((variant.conversions / variant.units - control.conversions / control.units) / spread));
}

function lift(control: Counts, variant: Counts, z: number, level: number): Figure<Estimate> {
  const ratio = toRatio(control, variant);
  if (ratio.value === null) return ratio;
  const half = z * Math.sqrt(logRateVariance(control) + logRateVariance(variant));
  if (half === 0) return absent('no_variation');
  return present(toLift(ratio.value, half, level));
}

/** Rate of the variant over rate of the control, where both can be in a ratio's interval. */
export function toRatio(control: Counts, variant: Counts): Figure<number> {
  if (control.conversions === 0) return absent('no_conversions_in_control');
  if (variant.conversions === 0) return absent('no_conversions_in_variant');
  return present(variant.conversions / variant.units / (control.conversions / control.units));
}

/** A ratio with its interval on the log scale, as a lift. */
export const toLift = (ratio: number, half: number, level: number): Estimate => ({
  estimate: ratio - 1,
  low: ratio * Math.exp(-half) - 1,
  high: ratio * Math.exp(half) - 1,
  level,
});
