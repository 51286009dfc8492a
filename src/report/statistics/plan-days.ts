/** How long an experiment takes to get its units. */
import { checkCount } from './counts.js';
import { StatisticsError } from './statistics-error.js';

/**
 * Days until every variant has its units.
 *
 * @param unitsPerVariant - From {@link planUnits}.
 * @param unitsPerDay - New units a day in the whole experiment, all variants together; may be fractional.
 * @param variants - Variants, the control included, at equal shares.
 * @throws {@link StatisticsError} unless `unitsPerDay` is above zero and there are two variants or more.
 *
 * @example
 * ```ts
 * import { planDays, planUnits } from 'billing-checkout/report';
 *
 * const plan = planUnits({ baseRate: 0.3, lift: 0.031 });
 * console.log(plan.value && planDays(plan.value.anytime, 2_000)); // 89
 * ```
 */
export function planDays(unitsPerVariant: number, unitsPerDay: number, variants = 2): number {
  checkCount('unitsPerVariant', unitsPerVariant);
  if (!(unitsPerDay > 0 && unitsPerDay < Infinity))
    throw new StatisticsError('unitsPerDay', `${unitsPerDay} leads nowhere`, 'Give a number above 0.');
  if (checkCount('variants', variants) < 2)
    throw new StatisticsError('variants', `${variants} is too few`, 'Count the control: two or more.');
  return Math.ceil((unitsPerVariant * variants) / unitsPerDay);
}
