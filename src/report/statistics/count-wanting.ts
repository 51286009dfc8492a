/** How many units an experiment still wants. */
import { checkCount } from './counts.js';
import { present, type Figure } from './figure.js';
import { planUnits, type Goal } from './plan.js';

/** What is there, and what is wanting, to call one lift by the always-valid test. */
export interface Wanting {
  /** The relative lift meant. */
  readonly lift: number;
  /** Units each variant needs for it, the control as well. */
  readonly perVariant: number;
  /** How many more that is than the smallest arm has. 0: it has them; a lift of that size would probably have been called. */
  readonly more: number;
}

/**
 * Counts what is wanting to see a lift: the planned one, or, with care, the one observed. A lift observed early is
 * mostly too large, and the count then too small.
 *
 * @param goal - The rate of the control and the lift to be seen.
 * @param units - Units the smallest arm has.
 * @returns The count; missing where {@link planUnits} has none.
 * @throws {@link StatisticsError} as `planUnits`, and for units that are no count.
 */
export function countWanting(goal: Goal, units: number): Figure<Wanting> {
  checkCount('units', units);
  const plan = planUnits(goal);
  if (plan.value === null) return plan;
  const perVariant = plan.value.anytime;
  return present({ lift: goal.lift, perVariant, more: Math.max(0, perVariant - units) });
}
