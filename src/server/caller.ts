/** Who is asking: a customer of the host's, or a guest. */
import { shortDigest } from './digest.js';

/** Marks the sessions of callers without a customer, in `billing_owner`. */
export const GUEST = 'guest';

/** The one who asks, as the host knows them. */
export interface Caller {
  /** Stripe's customer id, or null for a guest. */
  readonly customer: string | null;
  /** What `billing_owner` says: a hash of the customer, or {@link GUEST}. */
  readonly owner: string;
}

/** Makes the caller of a customer id. */
export async function toCaller(customer: string | null): Promise<Caller> {
  return { customer, owner: customer === null ? GUEST : await shortDigest(`customer:${customer}`) };
}
