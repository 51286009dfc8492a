/** Turns the API's answers into the errors of Checkout's results. */
import type { StripeCheckoutConfirmResult } from '@stripe/stripe-js';
import type { PaymentPageReply } from '../../wire/post-payment-page.js';

type Failure = Exclude<PaymentPageReply, { outcome: 'page' }>;
type ConfirmFailure = Extract<StripeCheckoutConfirmResult, { type: 'error' }>;

export const connectionMessage =
  'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.';

export interface AnyFailure {
  type: 'error';
  error: { message: string; code: null };
}

export function fail(message: string): AnyFailure {
  return { type: 'error', error: { message, code: null } };
}

export function toFailure(reply: Failure): AnyFailure {
  return fail(reply.outcome === 'lost' ? connectionMessage : reply.error.message);
}

/** Only the card's refusal is a failed payment; anything else has no code. */
export function toConfirmFailure(reply: Failure): ConfirmFailure {
  if (reply.outcome === 'refused' && reply.error.type === 'card_error') {
    return toPaymentFailed(reply.error.message, reply.error.declineCode);
  }
  return toFailure(reply);
}

export function toPaymentFailed(message: string, declineCode: string | null): ConfirmFailure {
  return { type: 'error', error: { message, code: 'paymentFailed', paymentFailed: { declineCode } } };
}
