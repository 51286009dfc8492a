/** What a payment waits for from the customer, elsewhere than on the shop's page. */
import type { StripeErrorFields } from '../http/error-fields.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { DebitRecord, RedirectRecord } from './method-record.js';

/** An account that waits for its proof: what the small deposits to it were. */
export interface Proof {
  readonly intent: PaymentIntent | SetupIntent;
  readonly method: DebitRecord;
  /** In the address of the page where it is given; cannot be guessed. */
  readonly token: string;
  readonly type: 'amounts' | 'descriptor_code';
  tries: number;
  readonly proven: () => void;
  readonly failed: (error: StripeErrorFields) => void;
}

/** A customer on their bank's page. */
export interface Departure {
  readonly intent: PaymentIntent;
  readonly method: RedirectRecord;
  /** Where the bank leads back to. */
  readonly returnUrl: string;
  /** Whether the way back names the intent, with its secret, as it does for all but sessions. */
  readonly withIntent: boolean;
  /** Told when the customer has authorized the payment. */
  readonly paid: () => void;
}
