/** What a PaymentIntent or SetupIntent says about an attempt. */
import type Stripe from 'stripe';
import type { Truth } from '../contract/truth.js';
import { toExpanded } from './expanded.js';

/** The parts of an intent the truth is made of. */
export interface IntentFacts {
  readonly status: Stripe.PaymentIntent.Status | Stripe.SetupIntent.Status;
  readonly decline: Truth['decline'];
  /** The customer must prove a bank account: where, and from when on (seconds since the Unix epoch). */
  readonly verification: { readonly url: string; readonly arrival: number } | null;
  /** How it is paid, in Stripe's word, once money is asked for. */
  readonly method: string | null;
  /** When money was asked for: seconds since the Unix epoch. */
  readonly sent: number;
}

/** Reads an intent; null when there is none. */
export function toIntentFacts(intent: Stripe.PaymentIntent | Stripe.SetupIntent | null): IntentFacts | null {
  if (intent === null) return null;
  const error = intent.object === 'payment_intent' ? intent.last_payment_error : intent.last_setup_error;
  const deposits = intent.next_action?.verify_with_microdeposits;
  const charge = intent.object === 'payment_intent' ? toExpanded(intent.latest_charge) : null;
  return {
    status: intent.status,
    decline: error === null ? null : toDecline(error),
    verification:
      deposits === undefined ? null : { url: deposits.hosted_verification_url, arrival: deposits.arrival_date },
    method: charge?.payment_method_details?.type ?? (deposits === undefined ? null : 'us_bank_account'),
    sent: charge?.created ?? intent.created,
  };
}

type LastError = NonNullable<Stripe.PaymentIntent['last_payment_error'] | Stripe.SetupIntent['last_setup_error']>;

const toDecline = (error: LastError): Truth['decline'] => ({
  code: error.code ?? null,
  declineCode: error.decline_code ?? null,
  adviceCode: error.advice_code ?? null,
  networkAdviceCode: error.network_advice_code ?? null,
  networkDeclineCode: error.network_decline_code ?? null,
});
