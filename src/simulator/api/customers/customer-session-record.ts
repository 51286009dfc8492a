/** A customer session with what Stripe keeps to itself. */
import type { CustomerSession } from '../stripe-types.js';

/** A session, and what Stripe's fields may show with it. */
export interface CustomerSessionRecord {
  readonly session: CustomerSession;
  readonly customer: string;
  readonly shows: { readonly filters: readonly string[]; readonly limit: number; readonly removes: boolean } | null;
}
