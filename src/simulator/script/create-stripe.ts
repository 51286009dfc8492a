/** What `Stripe(key, options)` returns. */
import type { Stripe, WrapperLibrary } from '@stripe/stripe-js';
import { createCheckout } from './checkout/create-checkout.js';
import type { SimulatedCheckout } from './checkout/create-checkout.js';
import { IntegrationError } from './integration-error.js';
import { notSimulated, renamed } from './not-simulated.js';
import { parsePublishableKey } from './parse-publishable-key.js';
import { toLocale } from './to-locale.js';

/** The part of Stripe.js that is simulated, and the functions wrappers look for. */
type Simulated = Pick<
  Stripe,
  | 'registerAppInfo'
  | 'elements'
  | 'createToken'
  | 'createPaymentMethod'
  | 'confirmCardPayment'
  | 'confirmPayment'
  | 'confirmSetup'
  | 'createConfirmationToken'
  | 'handleNextAction'
  | 'retrievePaymentIntent'
  | 'retrieveSetupIntent'
  | 'initCheckoutFormSdk'
  | 'createEmbeddedCheckoutPage'
> & {
  initCheckoutElementsSdk: (options: Parameters<Stripe['initCheckoutElementsSdk']>[0]) => SimulatedCheckout;
};

export type SimulatedStripe = ReturnType<typeof createStripe>;

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- its type is what it satisfies
export function createStripe(origin: string, publishableKey: unknown, options?: unknown) {
  const key = parsePublishableKey(publishableKey);
  const locale = toLocale(readLocale(options));
  return {
    initCheckoutElementsSdk: (checkoutOptions) => createCheckout({ origin, key, locale }, checkoutOptions),
    registerAppInfo: (info: WrapperLibrary) => {
      if (typeof info?.name !== 'string')
        throw new IntegrationError('Invalid value for registerAppInfo(): name should be a string.');
    },
    _registerWrapper: (): void => {},
    elements: notSimulated('stripe.elements()'),
    createToken: notSimulated('stripe.createToken()'),
    createPaymentMethod: notSimulated('stripe.createPaymentMethod()'),
    confirmCardPayment: notSimulated('stripe.confirmCardPayment()'),
    confirmPayment: notSimulated('stripe.confirmPayment()'),
    confirmSetup: notSimulated('stripe.confirmSetup()'),
    createConfirmationToken: notSimulated('stripe.createConfirmationToken()'),
    handleNextAction: notSimulated('stripe.handleNextAction()'),
    retrievePaymentIntent: notSimulated('stripe.retrievePaymentIntent()'),
    retrieveSetupIntent: notSimulated('stripe.retrieveSetupIntent()'),
    initCheckoutFormSdk: notSimulated('stripe.initCheckoutFormSdk()'),
    createEmbeddedCheckoutPage: notSimulated('stripe.createEmbeddedCheckoutPage()'),
    initCheckout: renamed('initCheckout', 'initCheckoutElementsSdk'),
    initEmbeddedCheckout: renamed('initEmbeddedCheckout', 'createEmbeddedCheckoutPage'),
  } satisfies Simulated & Record<'_registerWrapper' | 'initCheckout' | 'initEmbeddedCheckout', () => void>;
}

function readLocale(options: unknown): string | undefined {
  if (options === undefined) return undefined;
  if (typeof options !== 'object' || options === null) {
    throw new IntegrationError('Invalid value for Stripe(): options should be an object.');
  }
  if (!('locale' in options) || options.locale === undefined) return undefined;
  if (typeof options.locale !== 'string')
    throw new IntegrationError('Invalid value for Stripe(): locale should be a string.');
  return options.locale;
}
