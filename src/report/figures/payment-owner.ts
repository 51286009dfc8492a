/** Finds the variant that a PaymentIntent was made in. */
import type { PaymentRow } from '../read/payment-row.js';
import type { Evidence } from '../units/evidence.js';

export type PaymentOwner =
  | { readonly kind: 'variant'; readonly variant: string }
  /** Surely not of this experiment. */
  | { readonly kind: 'elsewhere' }
  /** Nothing links it to anything. */
  | { readonly kind: 'nobody' };

const ELSEWHERE: PaymentOwner = { kind: 'elsewhere' };
const NOBODY: PaymentOwner = { kind: 'nobody' };

/**
 * By its own metadata (one-time payments), by a session or the first invoice of a session's subscription, and else by
 * its customer: when they had a session of one variant at the time. Renewals fall outside of any session's day.
 */
export function ownerOf(payment: PaymentRow, evidence: Evidence, experiment: string): PaymentOwner {
  const { key, created, customer, ours } = payment;
  if (payment.experiment !== null && payment.variant !== null) {
    return payment.experiment === experiment ? { kind: 'variant', variant: payment.variant } : ELSEWHERE;
  }
  const variant = evidence.paidIn.get(key);
  if (variant !== undefined) return { kind: 'variant', variant };
  if (ours || evidence.paidElsewhere.has(key)) return ELSEWHERE;
  if (customer === null) return NOBODY;
  const stays = evidence.stays.get(customer) ?? [];
  const variants = new Set(
    stays.filter(({ from, to }) => from <= created && created <= to).map((stay) => stay.variant),
  );
  const [only, another] = variants;
  if (only === undefined) return ELSEWHERE;
  return another === undefined ? { kind: 'variant', variant: only } : NOBODY;
}
