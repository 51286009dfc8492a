/** Lets Stripe's fields show a customer their saved methods. */
import type Stripe from 'stripe';

/** Which of the saved methods are shown, and what may be done to them. */
export interface SavedTerms {
  readonly redisplay: readonly ('always' | 'limited')[];
  /** In Stripe's own list. Never where a live subscription hangs on one of them. */
  readonly removable: boolean;
}

/** The secret of a customer session. Saving is our own toggle's. */
export async function openCustomerSession(
  stripe: Stripe,
  customer: string,
  { redisplay, removable }: SavedTerms,
): Promise<string> {
  const { client_secret: secret } = await stripe.customerSessions.create({
    customer,
    components: {
      payment_element: {
        enabled: true,
        features: {
          payment_method_redisplay: 'enabled',
          payment_method_allow_redisplay_filters: [...redisplay],
          ...(removable && { payment_method_remove: 'enabled' }),
        },
      },
    },
  });
  return secret;
}
