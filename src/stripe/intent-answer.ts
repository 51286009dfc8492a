/** What a confirmation of an intent sends, and what came of it. */
import type { ConfirmPaymentData, PaymentIntentResult, SetupIntentResult } from '@stripe/stripe-js';
import type { ConfirmAnswer } from '../core/ports.js';

interface Wish {
  /** A PaymentIntent; else a SetupIntent, which keeps its method anyway. */
  readonly payment: boolean;
  readonly savePayment: boolean | null;
  readonly email: string | null;
  readonly returnUrl: string;
}

/** A page may ask Stripe to keep a method, never to forget one that the server wants kept. */
export const confirmParams = ({ payment, savePayment, email, returnUrl }: Wish): ConfirmPaymentData => ({
  return_url: returnUrl,
  ...(payment && savePayment && { setup_future_usage: 'off_session' }),
  ...((email ?? savePayment) !== null && {
    payment_method_data: {
      ...(email && { billing_details: { email } }),
      ...(savePayment !== null && { allow_redisplay: savePayment ? 'always' : 'limited' }),
    },
  }),
});

/** Only a card's own error and a challenge that was not passed are a known no. `id` is the session's. */
export function toConfirmAnswer(
  result: PaymentIntentResult | SetupIntentResult,
  id: string,
  currency: string,
): ConfirmAnswer {
  if (result.error) {
    const { type, code = null, decline_code: declineCode, message = '' } = result.error;
    const unauthenticated = code?.endsWith('_authentication_failure') === true;
    if (type !== 'card_error' && !unauthenticated) return { type: 'unclear', ...(message && { message }) };
    const own = 'advice_code' in result.error ? result.error.advice_code : null;
    const network = 'network_advice_code' in result.error ? result.error.network_advice_code : null;
    const adviceCode = own ?? network;
    return {
      type: 'declined',
      declineCode: unauthenticated ? null : (declineCode ?? code),
      message,
      ...(typeof adviceCode === 'string' && { adviceCode }),
    };
  }
  if ('setupIntent' in result) {
    const { status } = result.setupIntent;
    return status === 'succeeded' ? { type: 'complete', id, payment: 'none_due', amount: 0, currency } : toOpen(status);
  }
  const { status, amount, currency: paid } = result.paymentIntent;
  // A payment that waits for its capture is the merchant's to take.
  if (status !== 'succeeded' && status !== 'requires_capture') return toOpen(status);
  return { type: 'complete', id, payment: 'paid', amount, currency: paid };
}

/** Taken by Stripe, with the money still to come; or nothing that says so. */
const toOpen = (status: string): ConfirmAnswer =>
  status === 'processing' || status === 'requires_action' ? { type: 'unpaid' } : { type: 'unclear' };
