/** The verdict of an experiment: what may be said, or why nothing may. */
import { checkSampleRatio } from './check-sample-ratio.js';
import { DEFAULT_TUNING } from './compare-anytime.js';
import { compareVariants, type NamedCounts, type VariantComparison } from './compare-variants.js';
import { countWanting, type Wanting } from './count-wanting.js';
import { checkCount, checkCounts } from './counts.js';
import { DEFAULT_LEVEL, toAlpha } from './level.js';
import { absent, type Figure } from './figure.js';
import { checkGoal, type Goal } from './plan.js';
import { StatisticsError } from './statistics-error.js';

/** Share of units seen in two arms above which no verdict holds. */
export const CROSSOVER_LIMIT = 0.01;

/** What {@link decide} is asked. */
export interface Evidence {
  /** Every variant with its counts, the control among them. */
  readonly arms: readonly NamedCounts[];
  /** Name of the control. */
  readonly control: string;
  /** Share meant for each arm, in the order of `arms`. Absent: equal. */
  readonly weights?: readonly number[];
  /** Units seen in more than one arm; they are in none of `arms`. 0 unless told otherwise. */
  readonly crossovers?: number;
  /** Smallest relative lift the team wants to see: 0.031 for 3.1 %. Absent: unknown, and so is how many units are needed. */
  readonly smallestLift?: number;
  /** Chance of calling a lift of that size; 0.8 unless told otherwise. */
  readonly power?: number;
  /** Of all the calls together; 0.95 unless told otherwise. */
  readonly level?: number;
  /** As in `compareAnytime`: units of two arms together, named before the first look; 5,000 unless told otherwise. */
  readonly tuning?: number;
}

/** Why there is no verdict. */
export type Withheld =
  /** No arm has units. */
  | { readonly code: 'no_data' }
  /** One variant only has units: nothing to compare. */
  | {
      readonly code: 'one_variant';
      /** Which one. */
      readonly variant: string;
    }
  /** No arm has the control's name. */
  | {
      readonly code: 'no_control';
      /** The name that was given. */
      readonly control: string;
    }
  /** More than 1 % of the units were seen in two arms. */
  | {
      readonly code: 'crossovers';
      /** Of all units: 0.02 for 2 %. */
      readonly share: number;
    }
  /** Units did not arrive in the shares meant: assignment or exposure is broken. */
  | {
      readonly code: 'sample_ratio';
      /** How likely such shares are by chance, 0 to 1. */
      readonly p: number;
    };

/** What the always-valid test says of one variant against the control. */
export interface Call {
  /** The arm that is compared; never the control. */
  readonly variant: string;
  /** `better` and `worse` hold at the level asked for, all variants together. */
  readonly call: 'better' | 'worse' | 'undecided';
  /** Holm-corrected always-valid p-value. */
  readonly p: Figure<number>;
}

/** The verdict. Rests on the always-valid test alone, so it may be asked for every day. */
export type Verdict =
  /** Nothing may be said, and why. */
  | {
      readonly kind: 'withheld';
      /** Why. */
      readonly reason: Withheld;
    }
  /** No variant is better yet, and not all of them are worse. */
  | {
      readonly kind: 'undecided';
      /** What is still needed. Its value is null where nobody can know. */
      readonly wanting: Figure<Wanting>;
      /** One for each variant but the control. */
      readonly calls: readonly Call[];
    }
  /** A variant converts better than the control. */
  | {
      readonly kind: 'better';
      /** Of several that do, the one with the highest rate. */
      readonly variant: string;
      /** One for each variant but the control. */
      readonly calls: readonly Call[];
    }
  /** Every variant converts worse than the control. */
  | {
      readonly kind: 'worse';
      /** The one with the lowest rate. */
      readonly variant: string;
      /** One for each variant but the control. */
      readonly calls: readonly Call[];
    };

/**
 * Says what the data carry, and no more.
 *
 * @returns The verdict; see {@link Verdict}.
 * @throws {@link StatisticsError} for counts, weights, lift, power or level that cannot be, and for a name used twice.
 */
export function decide(evidence: Evidence): Verdict {
  const { arms, level = DEFAULT_LEVEL, tuning = DEFAULT_TUNING } = evidence;
  const goal = toGoal(evidence);
  const reason = whyWithheld(evidence);
  const control = arms.find(({ variant }) => variant === evidence.control);
  if (reason !== null) return { kind: 'withheld', reason };
  if (control === undefined) return { kind: 'withheld', reason: { code: 'no_control', control: evidence.control } };
  const others = arms.filter((arm) => arm !== control);
  const calls = compareVariants(control, others, { level, tuning }).map((comparison) => toCall(comparison, level));
  const byRate = (call: Call['call']): readonly NamedCounts[] =>
    others
      .filter((_, index) => calls[index]?.call === call)
      .sort((a, b) => b.conversions / b.units - a.conversions / a.units);
  const best = byRate('better')[0];
  if (best !== undefined) return { kind: 'better', variant: best.variant, calls };
  const worse = byRate('worse');
  const worst = worse.at(-1);
  if (worst !== undefined && worse.length === others.length) return { kind: 'worse', variant: worst.variant, calls };
  return { kind: 'undecided', wanting: toWanting(goal, control, arms), calls };
}

/** The goal without the rate it starts from; null where nobody has one. Refuses what cannot be, whatever the verdict. */
function toGoal({ arms, smallestLift, power, level = DEFAULT_LEVEL, tuning }: Evidence): Omit<Goal, 'baseRate'> | null {
  const goal = {
    lift: smallestLift ?? 0,
    alpha: toAlpha(level),
    comparisons: Math.max(1, arms.length - 1),
    ...(power !== undefined && { power }),
    ...(tuning !== undefined && { tuning }),
  };
  checkGoal({ ...goal, baseRate: 0.5 });
  return smallestLift === undefined ? null : goal;
}

function whyWithheld({ arms, control, weights, crossovers = 0 }: Evidence): Withheld | null {
  const names = new Set(arms.map(({ variant }) => variant));
  if (names.size !== arms.length)
    throw new StatisticsError('arms', 'two of them have the same name', 'Give each variant once.');
  arms.forEach(checkCounts);
  const units = arms.reduce((sum, arm) => sum + arm.units, checkCount('crossovers', crossovers));
  if (units === 0) return { code: 'no_data' };
  const [only, second] = arms.filter((arm) => arm.units > 0);
  if (only !== undefined && second === undefined) return { code: 'one_variant', variant: only.variant };
  if (!names.has(control)) return { code: 'no_control', control };
  const share = crossovers / units;
  if (share > CROSSOVER_LIMIT) return { code: 'crossovers', share };
  const ratio = checkSampleRatio(
    arms.map((arm) => arm.units),
    weights,
  );
  return ratio.value?.failed === true ? { code: 'sample_ratio', p: ratio.value.p } : null;
}

function toCall({ variant, anytime, anytimeHolm }: VariantComparison, level: number): Call {
  if (anytime.value === null || anytimeHolm.value === null || anytimeHolm.value >= toAlpha(level))
    return { variant, call: 'undecided', p: anytimeHolm };
  return { variant, call: anytime.value.difference.estimate > 0 ? 'better' : 'worse', p: anytimeHolm };
}

function toWanting(
  goal: Omit<Goal, 'baseRate'> | null,
  control: NamedCounts,
  arms: readonly NamedCounts[],
): Figure<Wanting> {
  if (goal === null) return absent('no_goal');
  if (control.units === 0) return absent('no_units');
  if (control.conversions === 0) return absent('no_conversions_in_control');
  if (control.conversions === control.units) return absent('rate_above_one');
  const baseRate = control.conversions / control.units;
  return countWanting({ ...goal, baseRate }, Math.min(...arms.map(({ units }) => units)));
}
