/** Reads what `initCheckoutElementsSdk` is given. */
import type { Appearance, StripeCheckoutElementsOptions, StripeCheckoutElementsSdkOptions } from '@stripe/stripe-js';
import type { Font } from '../../wire/frame-messages.js';
import { refuseUnknownOptions } from '../elements/refuse-unknown-options.js';
import { IntegrationError } from '../integration-error.js';
import { parseClientSecret } from './parse-client-secret.js';

/** Whether the Payment Element offers to save a card, and shows saved ones. */
export type SavedPaymentMethodOption = NonNullable<StripeCheckoutElementsOptions['savedPaymentMethod']>;

export interface CheckoutOptions {
  readonly clientSecret: Promise<string> | string;
  readonly appearance: Appearance;
  readonly fonts: readonly Font[];
  readonly savedPaymentMethod: SavedPaymentMethodOption;
  readonly defaultValues: NonNullable<StripeCheckoutElementsSdkOptions['defaultValues']>;
}

const known = ['clientSecret', 'elementsOptions', 'adaptivePricing', 'defaultValues'];
const knownElements = ['appearance', 'loader', 'fonts', 'savedPaymentMethod', 'syncAddressCheckbox'];
const knownDefaults = ['billingAddress', 'shippingAddress', 'email', 'phoneNumber'];

export function readCheckoutOptions(options: StripeCheckoutElementsSdkOptions): CheckoutOptions {
  const call = 'initCheckoutElementsSdk()';
  if (typeof options !== 'object' || options === null) {
    throw new IntegrationError(`Invalid value for ${call}: options should be an object with a clientSecret.`);
  }
  refuseUnknownOptions(call, options, known);
  refuseUnknownOptions(`${call} elementsOptions`, options.elementsOptions, knownElements);
  refuseUnknownOptions(`${call} defaultValues`, options.defaultValues, knownDefaults);
  return {
    clientSecret: readClientSecret(options.clientSecret),
    appearance: options.elementsOptions?.appearance ?? {},
    fonts: options.elementsOptions?.fonts ?? [],
    savedPaymentMethod: options.elementsOptions?.savedPaymentMethod ?? {},
    defaultValues: options.defaultValues ?? {},
  };
}

/** A string is checked at once; a promise when it resolves, as the result of `loadActions`. */
function readClientSecret(secret: unknown): Promise<string> | string {
  if (secret instanceof Promise) return secret;
  const parsed = parseClientSecret(secret);
  if (parsed.problem !== undefined) throw new IntegrationError(parsed.problem);
  return parsed.clientSecret;
}
