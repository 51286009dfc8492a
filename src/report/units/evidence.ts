/** Collects rows into units and payments while they are read, whatever order they come in. */
import type { PaymentRow } from '../read/payment-row.js';
import type { Row } from '../read/row.js';
import type { SessionRow } from '../read/session-row.js';
import { addSession, type Unit } from './unit.js';

/** A time during which a customer had a session of the experiment, and so could begin a payment in it. */
export interface Stay {
  readonly from: number;
  readonly to: number;
  readonly variant: string;
}

export interface Evidence {
  readonly units: Map<string, Unit>;
  readonly payments: PaymentRow[];
  /** When each PaymentIntent's latest charge was made, by the intent's key. */
  readonly charged: Map<string, number>;
  /** Which variant's session a PaymentIntent belongs to, by the intent's key. */
  readonly paidIn: Map<string, string>;
  /** PaymentIntents of sessions outside the experiment. */
  readonly paidElsewhere: Set<string>;
  readonly stays: Map<string, Stay[]>;
  /** Sessions of the experiment, by variant. */
  readonly sessions: Map<string, number>;
  /** Sessions of other experiments, by name. */
  readonly others: Map<string, number>;
  read: number;
  /** Sessions that say nothing of `differs`: their metadata was not ours. */
  bare: number;
}

export const createEvidence = (): Evidence => ({
  units: new Map(),
  payments: [],
  charged: new Map(),
  paidIn: new Map(),
  paidElsewhere: new Set(),
  stays: new Map(),
  sessions: new Map(),
  others: new Map(),
  read: 0,
  bare: 0,
});

export function addRow(evidence: Evidence, row: Row): void {
  switch (row.kind) {
    case 'payment':
      evidence.payments.push(row);
      if (row.charged !== null) evidence.charged.set(row.key, row.charged);
      return;
    case 'other':
      evidence.read += 1;
      for (const key of row.payments) evidence.paidElsewhere.add(key);
      if (row.experiment !== null) count(evidence.others, row.experiment);
      return;
    case 'session':
      evidence.read += 1;
      addOwn(evidence, row);
  }
}

function addOwn(evidence: Evidence, row: SessionRow): void {
  addSession(evidence.units, row);
  count(evidence.sessions, row.variant);
  if (row.differs === null) evidence.bare += 1;
  for (const key of row.payments) evidence.paidIn.set(key, row.variant);
  if (row.customer === null) return;
  const stays = evidence.stays.get(row.customer) ?? [];
  stays.push({ from: row.created, to: row.expires, variant: row.variant });
  evidence.stays.set(row.customer, stays);
}

const count = (counts: Map<string, number>, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1);
};
