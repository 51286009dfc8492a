/** A payment method and what is behind it: a test card, a test bank account, or a bank's own page. Numbers stay in their tables. */
import type { PaymentMethod } from '../stripe-types.js';
import type { TestCard } from './test-cards.js';
import type { TestDebit } from './test-debits.js';

interface Common {
  readonly method: PaymentMethod;
  /** The customer's bank has agreed to later charges without the customer. */
  setUp?: boolean;
}

/** A card. */
export interface CardRecord extends Common {
  readonly kind: 'card';
  readonly card: TestCard;
  readonly cvcGiven: boolean;
}

/** A bank account that is debited: the money arrives, or comes back, later. */
export interface DebitRecord extends Common {
  readonly kind: 'debit';
  readonly debit: TestDebit;
  /** Linked or proven to be the customer's. Without that, small deposits prove it first. */
  verified: boolean;
}

/** A payment the customer authorizes on their bank's page. */
export interface RedirectRecord extends Common {
  readonly kind: 'redirect';
}

export type MethodRecord = CardRecord | DebitRecord | RedirectRecord;

export type BillingDetails = PaymentMethod['billing_details'];
