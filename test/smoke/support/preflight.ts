/** Finds out before the first check whether the keys are any good, and says how to mend what is not. */
import Stripe from 'stripe';
import { MARK, type Target } from './target.js';

/** Null when all is well, else one line. */
export async function preflight({ stripe, api, publishableKey }: Target): Promise<string | null> {
  try {
    const intent = await stripe.paymentIntents.create({ amount: 1_000, currency: 'usd', metadata: MARK });
    const query = new URLSearchParams({ client_secret: intent.client_secret ?? '' }).toString();
    const { status } = await fetch(`${api}/v1/payment_intents/${intent.id}?${query}`, {
      headers: { authorization: `Bearer ${publishableKey}` },
    });
    await stripe.paymentIntents.cancel(intent.id);
    if (status === 401)
      return 'Stripe refuses STRIPE_PUBLISHABLE_KEY: copy the test key (pk_test_…) from the dashboard again.';
    if (status !== 200)
      return 'STRIPE_PUBLISHABLE_KEY does not see what STRIPE_SECRET_KEY makes: take both from the same account.';
    return null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeAuthenticationError)
      return 'Stripe refuses STRIPE_SECRET_KEY: copy the test key (sk_test_…) from the dashboard again.';
    if (error instanceof Stripe.errors.StripePermissionError)
      return 'STRIPE_SECRET_KEY may not make payments: take the secret test key, or a restricted one that may write.';
    if (error instanceof Stripe.errors.StripeConnectionError || error instanceof TypeError)
      return `${new URL(api).host} cannot be reached from here: look at the network, a proxy or a firewall, and run it again.`;
    throw error;
  }
}
