/** What Stripe.js answers about a session, in our words. */
import type { StripeCheckoutConfirmResult } from '@stripe/stripe-js';
import type { CheckoutError } from '../core/errors.js';
import type { ConfirmAnswer } from '../core/ports.js';
import { toSummary } from './to-summary.js';

/** An error of Stripe.js; `code` is null where it says nothing about what was asked. */
export type ActionError = { readonly message: string; readonly code: string | null };

/** Without an error: what it is called when Stripe.js throws. */
export const toRefusal = (error: ActionError | null): CheckoutError => ({
  code: 'stripe.session_refused',
  ...(error && { message: error.message }),
});

/** What is wrong with a code has a code of its own, and a sentence for the customer. All else says nothing about it. */
export const toPromotionError = (error: ActionError | null): CheckoutError =>
  error?.code
    ? { code: 'promotion.refused', message: error.message }
    : { code: 'promotion.unclear', ...(error && { hint: error.message }) };

/** The same for a tax id. */
export const toTaxIdError = (error: ActionError | null): CheckoutError => ({
  code: 'tax_id.refused',
  ...(error && (error.code ? { message: error.message } : { hint: error.message })),
});

/** Only `paymentFailed` is a known no; an open session after success would be Stripe contradicting itself. */
export function toConfirmAnswer(answer: StripeCheckoutConfirmResult): ConfirmAnswer {
  if (answer.type === 'error') {
    const { error } = answer;
    if (error.code !== 'paymentFailed') return { type: 'unclear', message: error.message };
    return { type: 'declined', declineCode: error.paymentFailed.declineCode, message: error.message };
  }
  const { status, id } = answer.session;
  if (status.type !== 'complete') return { type: 'unclear' };
  if (status.paymentStatus === 'unpaid') return { type: 'unpaid' };
  const { total, currency } = toSummary(answer.session);
  const payment = status.paymentStatus === 'paid' ? 'paid' : 'none_due';
  return { type: 'complete', id, payment, amount: total, currency };
}
