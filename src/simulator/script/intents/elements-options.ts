/** Reads the options of `stripe.elements()`: for an intent that is there, or for one that is still to come. */
import type { Appearance, StripeElementsOptions, StripeElementsUpdateOptions } from '@stripe/stripe-js';
import type { Font } from '../../wire/frame-messages.js';
import type { ClientContext } from '../../wire/intents.js';
import { IntegrationError } from '../integration-error.js';
import { refuseUnknownOptions } from '../elements/refuse-unknown-options.js';
import { parseIntentSecret, type IntentSecret } from './parse-intent-secret.js';

/** What the group is for. */
export type Purpose =
  | { readonly type: 'intent'; readonly secret: IntentSecret }
  | { readonly type: 'deferred'; readonly context: ClientContext }
  | { readonly type: 'none' };

export interface GroupOptions {
  readonly purpose: Purpose;
  readonly appearance: Appearance;
  readonly fonts: readonly Font[];
  readonly locale: string | undefined;
  readonly customerSession: string | undefined;
}

const looks = ['appearance', 'fonts', 'locale'];
const context = [
  'mode',
  'amount',
  'currency',
  'setupFutureUsage',
  'setup_future_usage',
  'captureMethod',
  'capture_method',
];
const once = ['clientSecret', 'customerSessionClientSecret', 'loader', 'syncAddressCheckbox'];
const absent = [
  'customerOptions',
  'customPaymentMethods',
  'paymentMethodCreation',
  'onBehalfOf',
  'on_behalf_of',
  'allowedPaymentMethodTypes',
  'excludedPaymentMethodTypes',
  'paymentMethodConfiguration',
  'payment_method_configuration',
  'paymentMethodOptions',
  'payment_method_options',
  'externalPaymentMethodTypes',
  'adaptivePricing',
];

export function readElementsOptions(options: StripeElementsOptions = {}): GroupOptions {
  check('elements()', options, [...looks, ...context, ...once]);
  const { appearance = {}, fonts = [], locale } = options;
  return { purpose: toPurpose(options), appearance, fonts, locale, customerSession: toCustomerSession(options) };
}

/** With an intent only: a deferred group's customer is not known here. */
function toCustomerSession({
  clientSecret,
  customerSessionClientSecret: secret,
}: StripeElementsOptions): string | undefined {
  if (secret === undefined) return undefined;
  if (typeof secret !== 'string' || !secret.startsWith('cuss_secret_')) {
    throw new IntegrationError(
      'Invalid value for elements(): customerSessionClientSecret should be a client secret of a CustomerSession.',
    );
  }
  if (clientSecret === undefined)
    throw new IntegrationError('elements() with customerSessionClientSecret and mode is not simulated.');
  return secret;
}

/** What `elements.update()` may say; the intent stays what it was. */
export function checkUpdate(options: StripeElementsUpdateOptions): void {
  if ('clientSecret' in options) {
    throw new IntegrationError('elements.update(): clientSecret cannot be updated. Create another Elements group.');
  }
  check('elements.update()', options, [...looks, ...context]);
}

/** The deferred options with some of them changed. */
export function toContext(
  options: StripeElementsUpdateOptions,
  before: ClientContext | { readonly mode: undefined } = { mode: undefined },
): ClientContext {
  const mode = options.mode ?? before.mode;
  if (mode !== 'payment' && mode !== 'subscription' && mode !== 'setup') {
    throw new IntegrationError(
      `Invalid value for elements(): mode should be one of payment, subscription or setup. You specified: ${String(mode)}.`,
    );
  }
  const known = before.mode === undefined ? null : before;
  const amount = options.amount ?? known?.amount;
  const currency = options.currency ?? known?.currency;
  const usage = pick(options.setupFutureUsage, options.setup_future_usage, known?.setup_future_usage);
  const capture = options.captureMethod ?? options.capture_method ?? known?.capture_method;
  if (mode !== 'setup') {
    if (typeof currency !== 'string') throw missing('currency', mode);
    if (amount === undefined || !Number.isInteger(amount) || amount < 0) throw missing('amount', mode);
  }
  return {
    mode,
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
    ...(usage && { setup_future_usage: usage }),
    ...(capture !== undefined && { capture_method: capture }),
  };
}

function toPurpose(options: StripeElementsOptions): Purpose {
  if (options.mode !== undefined) {
    if ('clientSecret' in options) {
      throw new IntegrationError('Invalid value for elements(): pass either clientSecret or mode, not both.');
    }
    return { type: 'deferred', context: toContext(options) };
  }
  if (options.clientSecret === undefined) return { type: 'none' };
  return { type: 'intent', secret: parseIntentSecret('elements()', options.clientSecret) };
}

function check(call: string, options: object, known: readonly string[]): void {
  for (const name of ['paymentMethodTypes', 'payment_method_types']) {
    if (name in options) {
      throw new IntegrationError(
        `${call}: ${name} is no longer supported. Use allowedPaymentMethodTypes or excludedPaymentMethodTypes instead.`,
      );
    }
  }
  for (const name of absent) {
    if (name in options) throw new IntegrationError(`${call} with ${name} is not simulated.`);
  }
  refuseUnknownOptions(call, options, known);
}

/** The first that was said; null takes it away. */
function pick<T>(...values: readonly (T | null | undefined)[]): T | null | undefined {
  return values.find((value) => value !== undefined);
}

const missing = (name: string, mode: string): IntegrationError =>
  new IntegrationError(`Invalid value for elements(): ${name} is required when mode is ${mode}.`);
