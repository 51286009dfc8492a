/** Lets Stripe's fields show a customer their saved methods. */
import type Stripe from 'stripe';

/**
 * The secret of a customer session. Saving is our own toggle's; removal is not offered, for a subscription may hang on
 * the method.
 */
export async function openCustomerSession(
  stripe: Stripe,
  customer: string,
  redisplay: readonly ('always' | 'limited')[],
): Promise<string> {
  const { client_secret: secret } = await stripe.customerSessions.create({
    customer,
    components: {
      payment_element: {
        enabled: true,
        features: {
          payment_method_redisplay: 'enabled',
          payment_method_allow_redisplay_filters: [...redisplay],
        },
      },
    },
  });
  return secret;
}
