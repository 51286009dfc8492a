/** A saved method as events of the payment element tell it. */
import type {
  StripeCheckoutSavedPaymentMethod,
  StripePaymentElementSavedPaymentMethodRemoveEvent,
} from '@stripe/stripe-js';

/** Nothing of the card: its id, its type, and whose it is. */
export function toSavedMethod({
  id,
  type,
  billingDetails,
}: StripeCheckoutSavedPaymentMethod): StripePaymentElementSavedPaymentMethodRemoveEvent['payment_method'] {
  const { address, name, email, phone } = billingDetails;
  return {
    id,
    type,
    billing_details: {
      name: name ?? null,
      email: email ?? null,
      phone: phone ?? null,
      address: {
        city: address?.city ?? null,
        country: address?.country ?? null,
        line1: address?.line1 ?? null,
        line2: address?.line2 ?? null,
        postal_code: address?.postal_code ?? null,
        state: address?.state ?? null,
      },
    },
  };
}
