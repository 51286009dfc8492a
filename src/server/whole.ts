/** Tells what Stripe answered from what something before it did. */
import { Refusal } from './refusal.js';

/**
 * An object of Stripe's as it was asked for. Every one says what it is; JSON that does not is no answer, and what was asked is not
 * known: taken for a session of somebody else it would leave a payment untold.
 */
export function whole<T extends { readonly object: string }>(answer: T): T {
  const { object } = answer as Partial<T>;
  if (typeof object === 'string') return answer;
  throw new Refusal('stripe.unavailable', { detail: 'The answer is none of Stripe’s.', retryAfter: 5 });
}
