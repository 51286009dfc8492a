/** Every variant against the control, corrected for how many there are. */
import { adjustHolm } from './adjust-holm.js';
import { compareAnytime, type AnytimeComparison, type AnytimeOptions } from './compare-anytime.js';
import { compareRates, type RateComparison } from './compare-rates.js';
import type { Counts } from './counts.js';
import { present, type Figure } from './figure.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';

/** An arm by name. */
export interface NamedCounts extends Counts {
  readonly variant: string;
}

/** One variant against the control. */
export interface VariantComparison {
  /** The arm that is compared; never the control. */
  readonly variant: string;
  /** Read once, at the end. `p` is uncorrected. */
  readonly fixed: RateComparison;
  /** Holm-corrected p-value of `fixed`. Equal to it with one variant. */
  readonly fixedHolm: Figure<number>;
  /** Safe to read daily. `p` is uncorrected. */
  readonly anytime: Figure<AnytimeComparison>;
  /** Holm-corrected always-valid p-value. Equal to `anytime.p` with one variant. */
  readonly anytimeHolm: Figure<number>;
}

/**
 * Compares every variant with the control. P-values are Holm's; intervals are Bonferroni's, each at
 * `1 - (1 - level) / variants`, so that all of them hold the truth together with `level`.
 * Variants whose figures are missing count as comparisons, too.
 *
 * @param control - The control's counts.
 * @param variants - The others, in the order to be printed.
 * @param options - Level of all intervals together, and tuning; as in `compareAnytime`.
 * @throws {@link StatisticsError} for counts, a level or a tuning that cannot be.
 */
export function compareVariants(
  control: Counts,
  variants: readonly NamedCounts[],
  { level = DEFAULT_LEVEL, ...options }: AnytimeOptions = {},
): readonly VariantComparison[] {
  const each = 1 - toAlpha(level) / Math.max(1, variants.length);
  const pairs = variants.map((arm) => ({
    variant: arm.variant,
    fixed: compareRates(control, arm, each),
    anytime: compareAnytime(control, arm, { ...options, level: each }),
  }));
  const fixedHolm = correct(pairs.map(({ fixed }) => fixed.p));
  const anytimeHolm = correct(pairs.map(({ anytime }) => toP(anytime)));
  return pairs.map((pair, index) => ({
    ...pair,
    fixedHolm: fixedHolm[index] ?? pair.fixed.p,
    anytimeHolm: anytimeHolm[index] ?? toP(pair.anytime),
  }));
}

const toP = (anytime: Figure<AnytimeComparison>): Figure<number> =>
  anytime.value === null ? anytime : present(anytime.value.p);

/** Holm's correction over figures of which some are missing: those stay missing and count as the weakest. */
function correct(ps: readonly Figure<number>[]): readonly Figure<number>[] {
  const adjusted = adjustHolm(ps.map(({ value }) => value ?? 1));
  return ps.map((p, index) => (p.value === null ? p : present(adjusted[index] ?? 1)));
}
