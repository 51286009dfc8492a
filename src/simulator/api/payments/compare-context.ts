/** Compares what Stripe's fields were made for with the intent they are to confirm. */
import { invalidRequest } from '../http/api-error.js';
import type { PaymentIntent, SetupIntent } from '../stripe-types.js';
import type { ClientContext } from './intent-params.js';

const advice = (name: string): string =>
  ` Try confirming with a ${name} that is configured to use the same parameters as Stripe Elements.`;

/** Throws the first difference. */
export function compareContext(intent: PaymentIntent | SetupIntent, context: ClientContext | undefined): void {
  if (!context) return;
  const payment = intent.object === 'payment_intent';
  const name = payment ? 'Payment Intent' : 'Setup Intent';
  const differs = (what: string, provided: unknown, expected: unknown, more = ''): void => {
    if (provided === expected) return;
    throw invalidRequest(
      `The provided ${what} (${String(provided)}) does not match the expected ${what} (${String(expected)}).${more}`,
      { param: `client_context[${what}]` },
    );
  };
  // A subscription's first payment may be either, and Billing decides what is kept.
  if (context.mode !== 'subscription') differs('mode', context.mode, payment ? 'payment' : 'setup', advice(name));
  if (!payment) return;
  differs('currency', context.currency, intent.currency);
  differs('amount', context.amount, intent.amount);
  if (context.mode === 'subscription') return;
  differs('setup_future_usage', context.setup_future_usage ?? null, intent.setup_future_usage, advice(name));
  differs('capture_method', toCapture(context.capture_method), toCapture(intent.capture_method), advice(name));
}

/** `automatic` and `automatic_async` differ only in when Stripe answers. */
const toCapture = (method: string | undefined): string => (method === 'manual' ? 'manual' : 'automatic');
