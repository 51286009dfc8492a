/** Puts a Stripe.js on the page that talks to a local Stripe: with in-page fields for jsdom, with frames for browsers. */
import { installInPage } from '../simulator/in-page/install-in-page.js';
import { fillGaps } from './fill-gaps.js';

/** Which Stripe.js, and where its Stripe is. */
export type StripeOptions =
  | {
      /** The fields are in your page, without frames and without styles: for jsdom. Cards and addresses; no wallets, no linking of banks. */
      readonly fields?: 'in-page';
      /** Where requests go: `https://api.stripe.com` unless given, for `simulatorHandlers()` of `billing-checkout/testing/msw`. */
      readonly simulator?: string;
    }
  | {
      /** The fields are in frames on the simulator's own origin, as Stripe's are: for browsers. */
      readonly fields: 'framed';
      /** Address of a simulator that is served, such as `http://localhost:4243`. */
      readonly simulator: string;
    };

/**
 * Puts `window.Stripe` on the page, so that nothing is loaded from Stripe. Call it before the first `<billing-checkout>` is in the
 * document. Keys are test keys, `pk_test_` and any name; each name is an account of its own.
 *
 * @returns Resolves when the page can use it. It rejects when the simulator's script cannot be loaded.
 * @throws Nothing; problems are rejections.
 *
 * @example
 * ```ts
 * import { installStripe } from 'billing-checkout/testing';
 *
 * // In a browser, with `npx billing-checkout simulate` running; in jsdom without options.
 * export const useSimulator = (): Promise<void> =>
 *   installStripe({ fields: 'framed', simulator: 'http://localhost:4243' });
 * ```
 */
export async function installStripe(options: StripeOptions = {}): Promise<void> {
  fillGaps();
  if (options.fields === 'framed') return loadScript(options.simulator);
  installInPage(options.simulator ?? 'https://api.stripe.com');
}

/** Adds the simulator's script tag. */
function loadScript(simulator: string): Promise<void> {
  const script = document.createElement('script');
  script.src = new URL('/endive/stripe.js', simulator).href;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      reject(new Error(`installStripe: ${script.src} could not be loaded. Is the simulator running?`));
    });
    document.head.append(script);
  });
}
