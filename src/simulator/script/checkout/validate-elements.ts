/** Lets every mounted element complain; the first invalid field is focused. */
import type { StripeCheckoutValidateElementsResult } from '@stripe/stripe-js';
import type { PaymentPage } from '../../wire/payment-page.js';
import type { Checkout } from './checkout.js';

export interface Complaint {
  readonly element: 'payment' | 'billingAddress';
  readonly message: string;
}

export async function validateElements(
  checkout: Checkout,
  page: () => PaymentPage,
): Promise<StripeCheckoutValidateElementsResult> {
  const { payment, address } = checkout;
  if (payment?.mounted !== true && address?.mounted !== true) {
    return {
      type: 'error',
      error: { code: 'no_elements', message: 'There are no mounted elements to validate.', validation_errors: [] },
    };
  }
  const complaints = await findComplaints(checkout);
  const first = complaints[0];
  if (first === undefined) {
    await checkout.flushAddress();
    return { type: 'success', session: checkout.toSession(page()) };
  }
  return {
    type: 'error',
    error: { code: 'validation_error', message: first.message, validation_errors: [...complaints] },
  };
}

/** In the order of the page; the first is asked last, so that focus ends up there. */
export async function findComplaints(
  { payment, address }: Pick<Checkout, 'payment' | 'address'>,
  skipPayment = false,
): Promise<readonly Complaint[]> {
  const complaints: Complaint[] = [];
  if (payment?.mounted === true && !skipPayment) {
    const message = await payment.validate();
    if (message !== null) complaints.unshift({ element: 'payment', message });
  }
  if (address?.mounted === true) {
    const message = await address.validate();
    if (message !== null) complaints.unshift({ element: 'billingAddress', message });
  }
  return complaints;
}
