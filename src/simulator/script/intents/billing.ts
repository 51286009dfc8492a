/** Billing details of a confirmation: from the address element, and from what the page passed. */
import type { PaymentMethodCreateParams } from '@stripe/stripe-js';
import type { TypedBillingDetails } from '../../wire/intents.js';
import type { AddressElement } from '../elements/address-element.js';
import { IntegrationError } from '../integration-error.js';

/** What an element has collected goes before what was passed. Empty values are left out. */
export function toBilling(
  element: AddressElement | null,
  hidesCountry: boolean,
  given: PaymentMethodCreateParams.BillingDetails = {},
): TypedBillingDetails {
  const typed = element?.mounted === true ? element.value : null;
  if (hidesCountry && typed === null && given.address?.country === undefined) {
    throw new IntegrationError(
      'You specified "never" for fields.billing_details.address.country when creating the payment Element, but did not pass confirmParams.payment_method_data.billing_details.address.country when calling stripe.confirmPayment(). If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling stripe.confirmPayment().',
    );
  }
  const name = typed?.name ?? given.name;
  const phone = typed?.phone ?? given.phone;
  return {
    ...(name && { name }),
    ...(given.email && { email: given.email }),
    ...(phone && { phone }),
    address: filled({ ...given.address, ...typed?.address }),
  };
}

const filled = (address: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(address).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
