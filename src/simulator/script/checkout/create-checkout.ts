/** `stripe.initCheckoutElementsSdk()`: what it gives back at once, before the session is known. */
import type {
  StripeCheckoutElementsSdk,
  StripeCheckoutElementsSdkOptions,
  StripeCheckoutLoadActionsResult,
} from '@stripe/stripe-js';
import { AddressElement } from '../elements/address-element.js';
import { ExpressElement } from '../elements/express-element.js';
import { PaymentElement } from '../elements/payment-element.js';
import { IntegrationError } from '../integration-error.js';
import { notSimulated } from '../not-simulated.js';
import { Checkout } from './checkout.js';
import type { CheckoutContext } from './checkout.js';
import { readCheckoutOptions } from './checkout-options.js';
import { createActions } from './create-actions.js';
import { fail } from './to-error.js';

/** Elements in preview are not there at all without access to it. */
type Preview = `${'create' | 'get'}${'TaxId' | 'Terms' | 'LinkSignup'}Element`;
export type SimulatedCheckout = Omit<StripeCheckoutElementsSdk, Preview>;

export function createCheckout(context: CheckoutContext, options: StripeCheckoutElementsSdkOptions): SimulatedCheckout {
  const checkout = new Checkout(context, readCheckoutOptions(options));
  return {
    on: (event, handler) => {
      if (event !== 'change')
        throw new IntegrationError(`${String(event)} is not an event of the Checkout SDK: there is 'change' only.`);
      checkout.onChange(handler);
    },
    loadActions: () => loadActions(checkout),
    changeAppearance: (appearance) => checkout.changeAppearance(appearance),
    loadFonts: (fonts) => checkout.loadFonts(fonts),
    createPaymentElement: (elementOptions) => {
      if (checkout.payment !== null) throw new IntegrationError('Can only create one Element of type payment');
      const element = new PaymentElement(checkout, elementOptions);
      checkout.setPayment(element);
      return element;
    },
    createBillingAddressElement: (elementOptions) => {
      if (checkout.address !== null) throw new IntegrationError('Can only create one Element of type address');
      const element = new AddressElement(checkout, elementOptions);
      checkout.setAddress(element);
      return element;
    },
    createExpressCheckoutElement: (elementOptions) => {
      if (checkout.express !== null) throw new IntegrationError('Can only create one Element of type expressCheckout');
      const element = new ExpressElement(checkout, () => toAmount(checkout), elementOptions);
      checkout.setExpress(element);
      return element;
    },
    getPaymentElement: () => checkout.payment,
    getBillingAddressElement: () => checkout.address,
    getShippingAddressElement: () => null,
    getExpressCheckoutElement: () => checkout.express,
    getCurrencySelectorElement: () => null,
    getContactDetailsElement: () => null,
    createShippingAddressElement: notSimulated('createShippingAddressElement()'),
    createCurrencySelectorElement: notSimulated('createCurrencySelectorElement()'),
    createContactDetailsElement: notSimulated('createContactDetailsElement()'),
  };
}

/** The total as the wallet shows it; reading it here is not the page's reading. */
const toAmount = ({ connection }: Checkout): string => connection.page?.session.total.total.amount ?? '';

async function loadActions(checkout: Checkout): Promise<StripeCheckoutLoadActionsResult> {
  const result = await checkout.opened;
  if ('failure' in result) return fail(result.failure.message ?? 'The Checkout Session could not be loaded.');
  return { type: 'success', actions: createActions(checkout, result.credentials) };
}
