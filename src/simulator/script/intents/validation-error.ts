/** A complaint of a field as Stripe.js gives it. */
import type { StripeError } from '@stripe/stripe-js';
import type { Complaint } from '../checkout/validate-elements.js';

const codes: Readonly<Record<string, string>> = {
  'Your card number is incomplete.': 'incomplete_number',
  'Your card number is invalid.': 'invalid_number',
  "Your card's expiration date is incomplete.": 'incomplete_expiry',
  "Your card's expiration year is in the past.": 'invalid_expiry_year_past',
  "Your card's expiration date is in the past.": 'invalid_expiry_month_past',
  "Your card's security code is incomplete.": 'incomplete_cvc',
  'Your ZIP code is incomplete.': 'incomplete_zip',
};

export const toValidationError = ({ element, message }: Complaint): StripeError => ({
  type: 'validation_error',
  code: codes[message] ?? (element === 'billingAddress' ? 'incomplete_address' : 'incomplete_payment_details'),
  message,
});
