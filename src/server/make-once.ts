/** Makes one thing at Stripe, however often and from wherever it is asked for. */
import type Stripe from 'stripe';
import { digest } from './digest.js';
import { isReplayed, isStripeError } from './stripe-refusal.js';

/** How often a stored error is answered by another key. */
const MOST_ATTEMPTS = 4;

/**
 * What there is, or what is made now. Two that ask at the same time use the same key, so that Stripe makes one. Stripe
 * repeats a stored error for a day: it is stepped over with the next key, after another look at what there is.
 *
 * @param name - Of the thing, unique in the account: the same asks for the same.
 */
export async function makeOnce<T>(
  name: string,
  find: () => Promise<T | null>,
  make: (options: Stripe.RequestOptions) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const found = await find();
    if (found !== null) return found;
    try {
      return await make({ idempotencyKey: await digest(`${name}:${attempt}`) });
    } catch (error) {
      const repeated = isStripeError(error) && (isReplayed(error.headers) || error.type === 'StripeIdempotencyError');
      // A key that is in use makes it in this moment.
      const over = isStripeError(error) && error.statusCode === 409;
      if (!repeated || over || attempt + 1 === MOST_ATTEMPTS) throw error;
    }
  }
}
