/** How many units an experiment needs. */
import { checkCount } from './counts.js';
import { normalQuantile } from './distributions.js';
import { absent, present, type Figure } from './figure.js';
import { checkTuning, DEFAULT_TUNING, sequenceTime, sequenceReach } from './compare-anytime.js';
import { StatisticsError } from './statistics-error.js';

/** What the experiment should be able to see. */
export interface Goal {
  /** Conversion rate of the control, between 0 and 1. */
  readonly baseRate: number;
  /** Smallest relative lift worth seeing: 0.031 for 3.1 % more, negative for a loss. */
  readonly lift: number;
  /** Chance of calling a lift of that size; 0.8 unless told otherwise. */
  readonly power?: number;
  /** Chance of calling a lift that is not there, two-sided; 0.05 unless told otherwise. */
  readonly alpha?: number;
  /** Variants beside the control; 1 unless told otherwise. Shares out alpha equally (Bonferroni). */
  readonly comparisons?: number;
  /** As in `compareAnytime`; concerns `anytime` only. */
  readonly tuning?: number;
}

/** Units each variant needs, the control as well. */
export interface Plan {
  /** For a test that is read once, at the end: R's `power.prop.test`, rounded up. */
  readonly fixed: number;
  /** The same before rounding, as R prints it. */
  readonly fixedExact: number;
  /** For the always-valid test, which may be read daily: by then it has called with at least this power. */
  readonly anytime: number;
}

/**
 * Units per variant for a goal.
 *
 * @returns The plan; `rate_above_one` where the lift asks for a rate of 100 % or more, `no_lift` for a lift of zero.
 * @throws {@link StatisticsError} for a base rate not between 0 and 1, a power outside 0.5 … 0.9999, an alpha outside
 * 1e-6 … 0.5, and a lift that is neither 0 nor at least 1e-6 either way.
 *
 * @example
 * ```ts
 * import { planUnits } from 'billing-checkout/report';
 *
 * const plan = planUnits({ baseRate: 0.3, lift: 0.031 });
 * console.log(plan.value?.fixed, plan.value?.anytime); // 38448 88846
 * ```
 */
export function planUnits(goal: Goal): Figure<Plan> {
  const { baseRate, lift, power, alpha, tuning } = checkGoal(goal);
  const rate = baseRate * (1 + lift);
  if (lift === 0) return absent('no_lift');
  if (rate >= 1) return absent('rate_above_one');
  const toPower = normalQuantile(power);
  const gap = Math.abs(rate - baseRate);
  const separate = Math.sqrt(baseRate * (1 - baseRate) + rate * (1 - rate));
  const pooled = Math.sqrt((baseRate + rate) * (1 - (baseRate + rate) / 2));
  const fixedExact = ((normalQuantile(1 - alpha / 2) * pooled + toPower * separate) / gap) ** 2;
  return present({
    fixed: Math.ceil(fixedExact),
    fixedExact,
    anytime: solveAnytime(
      (units) => (gap * Math.sqrt(units)) / separate - sequenceReach(sequenceTime(2 * units, tuning), alpha) - toPower,
    ),
  });
}

/** Smallest whole number at which a function that ends up above zero is not below it. */
function solveAnytime(surplus: (units: number) => number): number {
  let high = 1;
  while (surplus(high) < 0) high *= 2;
  let low = Math.floor(high / 2);
  // Above 2 ** 53 not every whole number can be written: the search ends where nothing lies between.
  for (let middle = halve(low, high); middle > low && middle < high; middle = halve(low, high)) {
    if (surplus(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/** One in as many as can be counted. */
const LOWEST_RATE = 1 / Number.MAX_SAFE_INTEGER;

const halve = (low: number, high: number): number => Math.floor((low + high) / 2);

/**
 * The goal, complete, with the alpha of one comparison.
 *
 * @throws {@link StatisticsError} as {@link planUnits}.
 */
export function checkGoal(goal: Goal): Omit<Required<Goal>, 'comparisons'> {
  const { baseRate, lift, power = 0.8, alpha = 0.05, comparisons = 1, tuning = DEFAULT_TUNING } = goal;
  checkRange(
    'baseRate',
    baseRate,
    [LOWEST_RATE, 1 - LOWEST_RATE],
    'Give the share of units that convert today, such as 0.3.',
  );
  checkRange('power', power, [0.5, 0.9999], 'Give the chance of seeing the lift, such as 0.8.');
  checkRange('alpha', alpha, [1e-6, 0.5], 'Give the chance of a false call, such as 0.05.');
  if (lift !== 0) checkRange('lift', Math.abs(lift), [1e-6, 1e6], 'Give a share, such as 0.031 for 3.1 %.');
  if (lift <= -1) throw new StatisticsError('lift', `${lift} leaves no rate`, 'Give a number above -1.');
  checkTuning(tuning);
  if (checkCount('comparisons', comparisons) < 1)
    throw new StatisticsError('comparisons', 'there is none', 'Give the number of variants beside the control.');
  return { baseRate, lift, power, alpha: alpha / comparisons, tuning };
}

function checkRange(field: string, value: number, [low, high]: readonly [number, number], mend: string): void {
  if (!(value >= low && value <= high))
    throw new StatisticsError(field, `${value} is not between ${low} and ${high}`, mend);
}
