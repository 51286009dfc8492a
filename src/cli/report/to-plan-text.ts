/** How many units an experiment needs, as text or JSON. */
import { explainMissing, planDays, planUnits, ReportError, StatisticsError } from '../../report/index.js';
import type { PlanRequest } from './to-report-request.js';

/** Throws a {@link ReportError} of kind `usage` for a goal that cannot be planned. */
export function toPlanText(request: PlanRequest): string {
  const { goal, variants, unitsPerDay, json } = request;
  const plan = sayUsage(() => planUnits(goal));
  if (plan.value === null) {
    throw new ReportError('usage', `--lift: ${goal.lift} cannot be planned. ${explainMissing(plan.missing)}`);
  }
  const { fixed, anytime } = plan.value;
  const days = (units: number): number | null =>
    unitsPerDay === undefined ? null : sayUsage(() => planDays(units, unitsPerDay, variants));
  const found = {
    plan: 1,
    baseRate: goal.baseRate,
    lift: goal.lift,
    power: goal.power ?? 0.8,
    variants,
    unitsPerDay: unitsPerDay ?? null,
    alwaysValid: { unitsPerVariant: anytime, days: days(anytime) },
    oneLook: { unitsPerVariant: fixed, days: days(fixed) },
  };
  if (json) return JSON.stringify(found, null, 2);
  const line = (
    label: string,
    { unitsPerVariant, days: count }: { unitsPerVariant: number; days: number | null },
  ): string =>
    `  ${label}  ${unitsPerVariant.toLocaleString('en-US')} units per variant${count === null ? '' : `, ${count.toLocaleString('en-US')} days`}`;
  return [
    `To see ${percent(goal.baseRate)} become ${percent(goal.baseRate * (1 + goal.lift))} (a lift of ${percent(goal.lift)}) with ${percent(found.power)} chance, ${variants} variants, 5% error:`,
    line('always valid, read daily and stopped when it calls:', found.alwaysValid),
    line('one look, at the end:                              ', found.oneLook),
  ].join('\n');
}

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

function sayUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof StatisticsError ? new ReportError('usage', cause.message, { cause }) : cause;
  }
}
