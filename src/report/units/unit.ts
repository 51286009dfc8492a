/** One row per unit of the experiment: what it was shown first, and what it bought. */
import type { SessionRow } from '../read/session-row.js';

/** A unit's completed session. */
export interface Completion {
  readonly created: number;
  readonly invoiced: number | null;
  readonly paid: boolean;
  readonly amount: number;
  readonly currency: string | null;
  readonly payments: readonly string[];
  /** On a page of Stripe's. */
  readonly hosted: boolean;
}

/** A visitor or account, by its hash's first session. Changed in place: there may be a million. */
export interface Unit {
  /** Key of its first session. */
  first: string;
  /** Unix seconds of its first session: its exposure. */
  exposed: number;
  variant: string;
  currency: string | null;
  differs: boolean | null;
  fallback: boolean | null;
  switched: boolean | null;
  /** It was seen in more than one variant. */
  crossed: boolean;
  readonly completions: Completion[];
}

/** Takes a session into account, whatever order sessions come in. */
export function addSession(units: Map<string, Unit>, row: SessionRow): void {
  const known = units.get(row.unit);
  const unit = known ?? toUnit(row);
  if (!known) units.set(row.unit, unit);
  else if (known.variant !== row.variant) known.crossed = true;
  if (row.created < unit.exposed || (row.created === unit.exposed && row.key < unit.first)) {
    Object.assign(unit, toExposure(row));
  }
  if (row.complete) {
    const { created, invoiced, paid, amount, currency, payments, hosted = false } = row;
    unit.completions.push({ created, invoiced, paid, amount, currency, payments, hosted });
  }
}

const toExposure = (row: SessionRow): Omit<Unit, 'crossed' | 'completions'> => ({
  first: row.key,
  exposed: row.created,
  variant: row.variant,
  currency: row.currency,
  differs: row.differs,
  fallback: row.fallback,
  switched: row.switched,
});

const toUnit = (row: SessionRow): Unit => ({ ...toExposure(row), crossed: false, completions: [] });
