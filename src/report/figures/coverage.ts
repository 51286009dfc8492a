/** What was read, and what of it does not count. */
import { SECONDS_PER_DAY, type Period } from '../read/period.js';
import type { Evidence } from '../units/evidence.js';
import type { Exposures, LeftOut } from '../units/exposures.js';

/** How much of the data the figures rest on. */
export interface Coverage extends Readonly<LeftOut> {
  /** Checkout Sessions read, of any experiment or none. */
  readonly sessions: number;
  /** Those of this experiment. */
  readonly experimentSessions: number;
  /** Those of this experiment that carry `client_reference_id` only: they do not say whether the arms differ. */
  readonly bareSessions: number;
  /** PaymentIntents read. */
  readonly payments: number;
  /** Units that count. */
  readonly counted: number;
  /** crossed / (crossed + counted). Above 1 % there is no verdict. */
  readonly crossedShare: number;
  /** Units that count, per day; null for less than a day. */
  readonly unitsPerDay: number | null;
}

export function toCoverage(evidence: Evidence, { counted, leftOut }: Exposures, period: Period): Coverage {
  const { crossed } = leftOut;
  const all = crossed + counted.length;
  return {
    sessions: evidence.read,
    experimentSessions: [...evidence.sessions.values()].reduce((sum, count) => sum + count, 0),
    bareSessions: evidence.bare,
    payments: evidence.payments.length,
    counted: counted.length,
    ...leftOut,
    crossedShare: all === 0 ? 0 : crossed / all,
    unitsPerDay: toUnitsPerDay(
      counted.map(({ at }) => at),
      period,
    ),
  };
}

/** From the first unit that counts to the last moment at which one could. */
function toUnitsPerDay(times: readonly number[], { to, asOf, window }: Period): number | null {
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const days = (Math.min(to, asOf - window) - first) / SECONDS_PER_DAY;
  return days >= 1 ? times.length / days : null;
}
