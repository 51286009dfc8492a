/** Stripe's group of fields for one intent. */
import type { Stripe, StripeElements } from '@stripe/stripe-js';
import type { GatewayEvent, GatewayOptions, GatewaySession } from '../core/ports.js';
import { listenTo, PAYMENT_OPTIONS, type CheckoutElements } from './checkout-elements.js';
import { toDress } from './to-appearance.js';

/** The group, and the fields in it. */
export interface IntentElements {
  readonly elements: StripeElements;
  readonly fields: CheckoutElements;
}

/** Makes the fields and passes on what happens in them. */
export function createIntentElements(
  stripe: Stripe,
  { look, askAddress, billingAddress }: GatewayOptions,
  { clientSecret, customerSessionClientSecret }: GatewaySession,
  emit: (event: GatewayEvent) => void,
): IntentElements {
  const elements = stripe.elements({
    clientSecret,
    ...toDress(look),
    ...(customerSessionClientSecret && { customerSessionClientSecret }),
  });
  const payment = elements.create('payment', PAYMENT_OPTIONS);
  const address = askAddress
    ? elements.create('address', { mode: 'billing', ...(billingAddress && { defaultValues: billingAddress }) })
    : null;
  return { elements, fields: listenTo(payment, address, emit) };
}
