/** Units, conversions and comparisons of one set of units. */
import type { Exposure } from '../units/exposures.js';
import { compareVariants, type VariantComparison } from '../statistics/compare-variants.js';
import { estimateRate } from '../statistics/estimate-rate.js';
import type { Estimate, Figure } from '../statistics/figure.js';

/** One variant of a cohort. */
export interface Arm {
  /** Name of the variant. */
  readonly variant: string;
  /** Units whose first session was in it. */
  readonly units: number;
  /** Those with a session completed within the window. */
  readonly conversions: number;
  /** Conversions per unit, with Wilson's interval. */
  readonly rate: Figure<Estimate>;
  /** Median seconds from a unit's first session to its first completion; null without conversions. */
  readonly medianTimeToPay: number | null;
  /** Conversions whose time is known: what the median is of. */
  readonly timed: number;
  /** Share of units shown the control because the host's assignment came too late; null where no unit says. */
  readonly fallbackShare: number | null;
  /** Share of units that were shown another flow than the one assigned; null where no unit says. */
  readonly switchedShare: number | null;
  /** Share of conversions on a page of Stripe's, where Stripe.js was kept out; null without conversions. */
  readonly hostedShare: number | null;
}

/** A set of units, compared. */
export interface Cohort {
  /** Units of all variants. */
  readonly units: number;
  /** The control first. */
  readonly arms: readonly Arm[];
  /** Each other variant against the control, in the order of {@link arms}. */
  readonly comparisons: readonly VariantComparison[];
}

/** `variants`: the control first. */
export function toCohort(exposures: readonly Exposure[], variants: readonly string[]): Cohort {
  const arms = variants.map((variant) =>
    toArm(
      variant,
      exposures.filter((exposure) => exposure.variant === variant),
    ),
  );
  const [control, ...others] = arms;
  return {
    units: arms.reduce((sum, { units }) => sum + units, 0),
    arms,
    comparisons: control ? compareVariants(control, others) : [],
  };
}

function toArm(variant: string, exposures: readonly Exposure[]): Arm {
  const conversions = exposures.filter(({ converted }) => converted).length;
  const times = exposures.flatMap(({ timeToPay }) => timeToPay ?? []);
  return {
    variant,
    units: exposures.length,
    conversions,
    rate: estimateRate({ units: exposures.length, conversions }),
    medianTimeToPay: medianOf(times),
    timed: times.length,
    fallbackShare: shareOf(exposures.map(({ fallback }) => fallback)),
    switchedShare: shareOf(exposures.map(({ switched }) => switched)),
    hostedShare: shareOf(exposures.map(({ hosted }) => hosted)),
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Sessions carry these marks only where they are true, or as `false`; a session that is not ours carries none. */
function shareOf(flags: readonly (boolean | null)[]): number | null {
  const known = flags.filter((flag) => flag !== null);
  return known.length === 0 ? null : known.filter(Boolean).length / known.length;
}
