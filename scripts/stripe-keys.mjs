/** Reads the keys of a real Stripe account from the environment, and refuses live ones. */
import { fail } from './fail.mjs';

/** The keys, or null when there are none: then the local Stripe is used. */
export function readStripeKeys({ STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = process.env) {
  if (!STRIPE_SECRET_KEY && !STRIPE_PUBLISHABLE_KEY) return null;
  if (!/^(sk|rk)_test_/.test(STRIPE_SECRET_KEY ?? '')) {
    fail('STRIPE_SECRET_KEY must be a test key (sk_test_…): the demo creates products.');
  }
  if (!STRIPE_PUBLISHABLE_KEY?.startsWith('pk_test_')) {
    fail('STRIPE_PUBLISHABLE_KEY must be the test key (pk_test_…) of the same account.');
  }
  return { secretKey: STRIPE_SECRET_KEY, publishableKey: STRIPE_PUBLISHABLE_KEY, webhookSecret: STRIPE_WEBHOOK_SECRET };
}
