/** Chooses the units that count, says how many do not and why, and whether each was won. */
import type { Period } from '../read/period.js';
import type { Evidence } from './evidence.js';
import type { Completion, Unit } from './unit.js';

/** A unit that counts. */
export interface Exposure {
  readonly variant: string;
  /** Unix seconds. */
  readonly at: number;
  readonly currency: string | null;
  readonly differs: boolean | null;
  readonly fallback: boolean | null;
  readonly switched: boolean | null;
  readonly converted: boolean;
  /** Converted on a page of Stripe's; null where it was not converted. */
  readonly hosted: boolean | null;
  /** Seconds from exposure to the first completion; null without one, or when nobody knows its time. */
  readonly timeToPay: number | null;
  /** Minor units of {@link currency} that came in within the window. */
  readonly money: number;
}

/** Units that do not count, and other oddities. */
export interface LeftOut {
  /** Exposed less than a window ago. */
  young: number;
  /** Seen in two variants. */
  crossed: number;
  /** Exposed after the report was begun: a clock is wrong. */
  future: number;
  /** Completed before it was opened: a clock is wrong. The unit counts, its time does not. */
  backwards: number;
  /** Completed at a time nobody knows: the session's own time stands in. */
  timeless: number;
  /** Completed sessions whose money has not come in. */
  unpaid: number;
  /** Payments in another currency than the one shown first: not in the money. */
  otherCurrency: number;
}

export interface Exposures {
  readonly counted: readonly Exposure[];
  readonly leftOut: Readonly<LeftOut>;
}

export function toExposures(evidence: Evidence, period: Period): Exposures {
  const leftOut: LeftOut = {
    young: 0,
    crossed: 0,
    future: 0,
    backwards: 0,
    timeless: 0,
    unpaid: 0,
    otherCurrency: 0,
  };
  const counted: Exposure[] = [];
  for (const unit of evidence.units.values()) {
    if (unit.exposed > period.asOf) leftOut.future += 1;
    else if (unit.exposed >= period.to) continue;
    else if (unit.exposed + period.window > period.asOf) leftOut.young += 1;
    else if (unit.crossed) leftOut.crossed += 1;
    else counted.push(toExposure(unit, evidence.charged, period.window, leftOut));
  }
  return { counted, leftOut };
}

function toExposure(unit: Unit, charged: ReadonlyMap<string, number>, window: number, leftOut: LeftOut): Exposure {
  const { variant, exposed: at, currency, differs, fallback, switched } = unit;
  let money = 0;
  let converted = false;
  let hosted: boolean | null = null;
  let timeToPay: number | null = null;
  for (const completion of unit.completions) {
    const known = completedAt(completion, charged);
    if ((known ?? completion.created) - at > window) continue;
    converted = true;
    hosted ??= completion.hosted;
    if (known === null) leftOut.timeless += 1;
    else if (known < completion.created) leftOut.backwards += 1;
    else timeToPay = Math.min(timeToPay ?? Infinity, known - at);
    if (!completion.paid && completion.amount > 0) leftOut.unpaid += 1;
    if (completion.paid && completion.currency !== currency) leftOut.otherCurrency += 1;
    if (completion.paid && completion.currency === currency) money += completion.amount;
  }
  return { variant, at, currency, differs, fallback, switched, converted, hosted, timeToPay, money };
}

/** When the invoice was made, which is when Checkout completed; else when the card was charged. */
function completedAt({ invoiced, payments }: Completion, charged: ReadonlyMap<string, number>): number | null {
  if (invoiced !== null) return invoiced;
  const times = payments.map((key) => charged.get(key)).filter((time) => time !== undefined);
  return times.length === 0 ? null : Math.max(...times);
}
