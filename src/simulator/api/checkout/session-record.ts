/** A Checkout Session with what Stripe keeps to itself: its lines, what was typed, the running attempt. */
import type { Address, CheckoutSession } from '../stripe-types.js';
import type { PaymentIntentData, SubscriptionData, CustomerUpdate } from './create-params.js';

export interface SessionLine {
  readonly id: string;
  priceId: string;
  quantity: number;
  adjustable: { readonly enabled: boolean; readonly minimum: number; readonly maximum: number } | null;
  metadata: Record<string, string>;
}

/** A tax id as it was typed on the page, with its company. */
export interface TypedTaxId {
  readonly type: string;
  readonly value: string;
  readonly businessName: string;
}

/** What the customer typed on the page. */
export interface TypedDetails {
  email: string | null;
  phone: string | null;
  name: string | null;
  address: Address | null;
  taxId: TypedTaxId | null;
}

/** A challenge of the customer's bank that has not been answered. */
export interface PendingChallenge {
  readonly source: string;
  readonly methodId: string;
  readonly save: boolean;
}

/** What is taken off: a coupon, and the code it was had for, by id. */
export interface SessionDiscount {
  readonly coupon: string;
  readonly promotionCode: string | null;
}

export interface SessionRecord {
  readonly session: CheckoutSession;
  /** The client secret, kept when the session no longer shows it. */
  readonly secret: string;
  lines: SessionLine[];
  readonly typed: TypedDetails;
  readonly customerUpdate: CustomerUpdate;
  paymentIntentData: PaymentIntentData;
  readonly subscriptionData: SubscriptionData;
  readonly allowRedisplay: 'always' | 'limited' | 'unspecified' | null;
  discount: SessionDiscount | null;
  /** Held here because in subscription mode `session.payment_intent` stays null. */
  intentId: string | null;
  challenge: PendingChallenge | null;
  lastError: string | null;
}
