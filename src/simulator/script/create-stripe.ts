/** What `Stripe(key, options)` returns. */
import type {
  ConfirmationTokenResult,
  PaymentIntentResult,
  SetupIntentResult,
  Stripe,
  StripeElementsOptions,
  WrapperLibrary,
} from '@stripe/stripe-js';
import { createCheckout } from './checkout/create-checkout.js';
import type { SimulatedCheckout } from './checkout/create-checkout.js';
import { IntegrationError } from './integration-error.js';
import { confirmPayment, confirmSetup, handleNextAction, type ConfirmOptions } from './intents/confirm-intent.js';
import { createConfirmationToken, type TokenOptions } from './intents/create-confirmation-token.js';
import { createElements, type SimulatedElements } from './intents/create-elements.js';
import { retrievePaymentIntent, retrieveSetupIntent } from './intents/retrieve-intent.js';
import { verifyForPayment, verifyForSetup } from './intents/verify-deposits.js';
import { notSimulated, renamed } from './not-simulated.js';
import { parsePublishableKey } from './parse-publishable-key.js';
import { toLocale } from './to-locale.js';

/** The part of Stripe.js that is simulated, and the functions wrappers look for. */
type Simulated = Pick<
  Stripe,
  | 'registerAppInfo'
  | 'createToken'
  | 'createPaymentMethod'
  | 'confirmCardPayment'
  | 'handleNextAction'
  | 'retrievePaymentIntent'
  | 'retrieveSetupIntent'
  | 'verifyMicrodepositsForPayment'
  | 'verifyMicrodepositsForSetup'
  | 'initCheckoutFormSdk'
  | 'createEmbeddedCheckoutPage'
> & {
  initCheckoutElementsSdk: (options: Parameters<Stripe['initCheckoutElementsSdk']>[0]) => SimulatedCheckout;
  elements: (options?: StripeElementsOptions) => SimulatedElements;
  confirmPayment: (options: ConfirmOptions) => Promise<PaymentIntentResult>;
  confirmSetup: (options: ConfirmOptions) => Promise<SetupIntentResult>;
  createConfirmationToken: (options: TokenOptions) => Promise<ConfirmationTokenResult>;
};

export type SimulatedStripe = ReturnType<typeof createStripe>;

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- its type is what it satisfies
export function createStripe(origin: string, publishableKey: unknown, options?: unknown) {
  const key = parsePublishableKey(publishableKey);
  const locale = toLocale(readLocale(options));
  return {
    initCheckoutElementsSdk: (checkoutOptions) => createCheckout({ origin, key, locale }, checkoutOptions),
    elements: (groupOptions) => createElements({ origin, key, locale }, groupOptions),
    confirmPayment: (args) => confirmPayment({ origin, key, locale }, args),
    confirmSetup: (args) => confirmSetup({ origin, key, locale }, args),
    retrievePaymentIntent: (clientSecret) => retrievePaymentIntent({ origin, key }, clientSecret),
    retrieveSetupIntent: (clientSecret) => retrieveSetupIntent({ origin, key }, clientSecret),
    verifyMicrodepositsForPayment: (clientSecret, told) => verifyForPayment({ origin, key }, clientSecret, told),
    verifyMicrodepositsForSetup: (clientSecret, told) => verifyForSetup({ origin, key }, clientSecret, told),
    registerAppInfo: (info: WrapperLibrary) => {
      if (typeof info?.name !== 'string')
        throw new IntegrationError('Invalid value for registerAppInfo(): name should be a string.');
    },
    _registerWrapper: (): void => {},
    createToken: notSimulated('stripe.createToken()'),
    createPaymentMethod: notSimulated('stripe.createPaymentMethod()'),
    confirmCardPayment: notSimulated('stripe.confirmCardPayment()'),
    createConfirmationToken: (args) => createConfirmationToken({ origin, key, locale }, args),
    handleNextAction: (args) => handleNextAction({ origin, key, locale }, args),
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
