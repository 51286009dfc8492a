/** The actions of an open checkout. */
import type { StripeCheckoutLoadActionsSuccess } from '@stripe/stripe-js';
import type { PaymentPageCredentials } from '../../wire/post-payment-page.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import { IntegrationError } from '../integration-error.js';
import { notSimulated } from '../not-simulated.js';
import type { Checkout } from './checkout.js';
import { confirmCheckout } from './confirm-checkout.js';
import { runServerUpdate } from './run-server-update.js';
import { toUpdateActions } from './to-update-actions.js';
import { validateElements } from './validate-elements.js';

export function createActions(
  checkout: Checkout,
  credentials: PaymentPageCredentials,
): StripeCheckoutLoadActionsSuccess {
  const page = (): PaymentPage => {
    if (checkout.connection.page === null) throw new IntegrationError('The Checkout Session is not loaded.');
    return checkout.connection.page;
  };
  return {
    ...toUpdateActions(checkout, page),
    getSession: () => checkout.toSession(page()),
    runServerUpdate: (userFunction) => runServerUpdate(checkout, userFunction),
    validateElements: () => validateElements(checkout, page),
    confirm: (args) => confirmCheckout(checkout, credentials, page, args),
    updateShippingAddress: notSimulated('updateShippingAddress()'),
    updateShippingOption: notSimulated('updateShippingOption()'),
    updateIndividualName: notSimulated('updateIndividualName()'),
    updateBusinessName: notSimulated('updateBusinessName()'),
    addOptionalLineItem: notSimulated('addOptionalLineItem()'),
    removeOptionalLineItem: notSimulated('removeOptionalLineItem()'),
  };
}
