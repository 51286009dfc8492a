/** A payment method and the test card behind it. The number itself stays in the table of cards. */
import type { PaymentMethod } from '../stripe-types.js';
import type { TestCard } from './test-cards.js';

export interface MethodRecord {
  readonly method: PaymentMethod;
  readonly card: TestCard;
  readonly cvcGiven: boolean;
  /** The customer's bank has agreed to later charges without the customer. */
  setUp?: boolean;
}

export type BillingDetails = PaymentMethod['billing_details'];
