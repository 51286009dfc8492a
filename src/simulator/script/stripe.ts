/** Puts `Stripe` on the window, as the script of https://js.stripe.com does. */
import { createStripe } from './create-stripe.js';
import type { SimulatedStripe } from './create-stripe.js';
import { readSimulatorOrigin } from './simulator-origin.js';

interface StripeGlobal {
  (publishableKey: string, options?: unknown): SimulatedStripe;
  version: string;
}

const origin = readSimulatorOrigin();
const constructor: StripeGlobal = Object.assign(
  (publishableKey: unknown, options?: unknown) => createStripe(origin, publishableKey, options),
  { version: 'endive' },
);

// A second script tag leaves the first Stripe in place, whose elements are on the page.
if (!('Stripe' in window))
  Object.defineProperty(window, 'Stripe', { value: constructor, writable: true, configurable: true, enumerable: true });
