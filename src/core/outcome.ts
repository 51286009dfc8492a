/** How a purchase ended. */
import type { Truth } from '../contract/truth.js';

/** What a finished purchase came to. No secret, nothing personal. */
export interface Completion {
  /** The session's, in the server's word: a Checkout Session, a PaymentIntent or a SetupIntent. */
  readonly id: string;
  /** Whether something was sold once, for a subscription, or a method was kept. */
  readonly mode: Truth['mode'];
  /** `paid`, nothing was due (trial, full discount, setup), or an invoice was sent. */
  readonly payment: 'paid' | 'none_due' | 'invoiced';
  /** Integer in the currency's minor unit; null when nothing was sold. */
  readonly amount: number | null;
  /** Three lower-case letters (ISO 4217); null when nothing was sold. */
  readonly currency: string | null;
  /** Addresses of receipt and invoice at Stripe, where there are any. */
  readonly links: Truth['links'];
  /** By when an invoice is due: seconds since the Unix epoch; null where none was sent. */
  readonly dueAt: number | null;
  /** `hosted`: on a page of Stripe's. Absent for what was paid in the form. */
  readonly via?: 'hosted';
  /** Known from an earlier visit or another tab, not paid on this page. */
  readonly replayed: boolean;
}

/** What `submit()` settles with. Never a rejection. */
export type Outcome =
  | 'complete'
  | 'processing'
  | 'action'
  /** A bank said no. */
  | 'declined'
  /** Fields stopped it. */
  | 'invalid'
  /** The host, the state or a changed total stopped it. */
  | 'refused'
  /** Nobody could say whether the payment was made. */
  | 'unresolved'
  /** A system's fault; nothing was charged. */
  | 'failed';
