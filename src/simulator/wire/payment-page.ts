/** What the simulated API and the simulated Stripe.js say to each other about a Checkout Session. */
import type { StripeCheckoutSession } from '@stripe/stripe-js';
import type { TypedMethod } from './method-data.js';

/**
 * Routes a browser calls with a publishable key, form-encoded as Stripe's own.
 * Every body carries `key` and `client_secret`; every answer is a {@link PaymentPage} or Stripe's error envelope.
 *
 * - `POST {base}/init` opens the page.
 * - `POST {base}` updates what the customer typed: {@link PaymentPageUpdate}.
 * - `POST {base}/confirm` pays: {@link PaymentPageConfirm}. Sent by the payment frame, which alone knows the card.
 * - `POST {base}/authenticate` answers a 3-D Secure challenge: {@link PaymentPageAuthenticate}.
 */
export const paymentPagePath = (sessionId: string): string => `/v1/payment_pages/${sessionId}`;

/** The browser's view of a Checkout Session. `canConfirm` is Stripe.js's own knowledge, so it is not here. */
export interface PaymentPage {
  readonly session: Omit<StripeCheckoutSession, 'canConfirm'>;
  readonly config: PaymentPageConfig;
  /** Set after a confirm that needs the customer's bank. */
  readonly next_action: PageAction | null;
}

/** What the session allows in the browser; Stripe.js refuses the rest. */
export interface PaymentPageConfig {
  readonly mode: 'payment' | 'subscription' | 'setup';
  readonly payment_method_types: readonly string[];
  /** Whether numbers of a bank account may be typed, or an account has to be linked. */
  readonly bank_verification: 'automatic' | 'instant';
  readonly has_customer: boolean;
  /** False when `customer` or `customer_email` fixed it: `updateEmail` is refused then. */
  readonly email_editable: boolean;
  readonly payment_method_save: 'enabled' | 'disabled';
  readonly payment_method_remove: 'enabled' | 'disabled';
  readonly billing_address_collection: 'auto' | 'required';
  readonly allow_promotion_codes: boolean;
  readonly tax_id_collection: boolean;
  readonly phone_number_collection: boolean;
  /** The session's own `return_url`; `confirm({returnUrl})` beside it is refused. */
  readonly return_url: string | null;
}

/** A challenge of the customer's bank, shown as a dialog on `document.body`. */
export interface ChallengeAction {
  readonly type: 'use_stripe_sdk';
  /** Names the challenge in {@link PaymentPageAuthenticate}. */
  readonly source: string;
}

/** The bank's own page, which leads back to the return URL. */
export interface RedirectAction {
  readonly type: 'redirect_to_url';
  readonly source?: undefined;
  readonly url: string;
}

export type PageAction = ChallengeAction | RedirectAction;

/** Postal address as the API spells it. */
export interface WireAddress {
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postal_code?: string;
  readonly country: string;
}

/** Body of `POST {base}`; an empty string clears a value. */
export interface PaymentPageUpdate {
  /**
   * Takes the place of another. Refused with `promotion_code_invalid` or `promotion_code_amount_insufficient`, and with
   * a sentence for the customer.
   */
  readonly promotion_code?: string;
  /** Takes a saved method away from the customer for good. Refused unless the session allows it. */
  readonly remove_payment_method?: string;
  /** Refused with `tax_id_invalid`. */
  readonly tax_id_info?: { readonly type: string; readonly value: string; readonly business_name: string } | '';
  readonly email?: string;
  readonly phone_number?: string;
  readonly billing_address?: { readonly name?: string; readonly address: WireAddress } | '';
  readonly line_item_quantity?: { readonly line_item: string; readonly quantity: number };
}

/** Body of `POST {base}/confirm`. Exactly one of `payment_method` and `payment_method_data`. */
export interface PaymentPageConfirm {
  /** Total the customer saw, in the currency's minor unit. Another total is refused with `checkout_amount_mismatch`. */
  readonly expected_amount: number;
  readonly payment_method?: string;
  readonly payment_method_data?: TypedMethod & {
    readonly billing_details: {
      readonly name?: string;
      readonly email?: string;
      readonly phone?: string;
      readonly address?: Partial<WireAddress>;
    };
  };
  readonly save_payment_method?: boolean;
  readonly email?: string;
  readonly return_url?: string;
}

/** Body of `POST {base}/authenticate`. Closing the dialog is `canceled`. */
export interface PaymentPageAuthenticate {
  readonly source: string;
  readonly outcome: 'complete' | 'fail' | 'canceled';
}
