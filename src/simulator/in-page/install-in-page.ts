/** Puts the simulated Stripe.js on a page, with its fields in the page itself. */
import { createStripe } from '../script/create-stripe.js';
import { setHosts } from '../script/elements/open-host.js';
import { openInPage } from './open-in-page.js';

/** `origin` is where the page's requests to Stripe go. What was `window.Stripe` before is replaced. */
export function installInPage(origin: string): void {
  setHosts(openInPage);
  const stripe = (publishableKey: unknown, options?: unknown): object => createStripe(origin, publishableKey, options);
  Object.defineProperty(window, 'Stripe', {
    value: Object.assign(stripe, { version: 'endive' }),
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
