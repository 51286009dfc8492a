/** Reads an intent with its client secret: whether it can still be paid, and how much. */
import type { PaymentIntent, SetupIntent, Stripe } from '@stripe/stripe-js';
import type { Result } from '../core/ports.js';
import { refused } from '../core/result.js';

/** A PaymentIntent's secret; else it is a SetupIntent's. */
export const isPayment = (clientSecret: string): boolean => clientSecret.startsWith('pi_');

/** One that is over, or under way, is refused. */
export async function readIntent(stripe: Stripe, secret: string): Promise<Result<PaymentIntent | SetupIntent>> {
  const answer = await (isPayment(secret) ? stripe.retrievePaymentIntent(secret) : stripe.retrieveSetupIntent(secret));
  if (answer.error)
    return refused('stripe.session_refused', answer.error.message ?? 'Stripe does not know the intent.');
  const intent = 'paymentIntent' in answer ? answer.paymentIntent : answer.setupIntent;
  if (/^requires_(payment_method|confirmation|action)$/.test(intent.status)) return { ok: true, value: intent };
  return refused('stripe.session_refused', `The intent is ${intent.status}.`);
}
