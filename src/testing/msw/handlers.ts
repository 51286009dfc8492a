/** Handlers for msw: what asks Stripe or your backend is answered in this process. */
import { http, HttpResponse, type HttpHandler } from 'msw';
import { createSimulator, type Simulator } from '../../simulator/create-simulator.js';

/** What `createCheckoutServer` gives, or any handler of the same form. */
export interface Backend {
  /** Answers a request. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/**
 * A local Stripe at `https://api.stripe.com`, for the official SDK as it is and for the in-page fields of `installStripe()`. It keeps
 * what is made until it is dropped; any `sk_test_<name>` is an account of its own.
 *
 * @param simulator - Yours, for its log, faults and clock; a new one unless given.
 *
 * @example
 * ```ts
 * import { createSimulator, simulatorHandlers } from 'billing-checkout/testing/msw';
 * import { setupServer } from 'msw/node';
 *
 * const simulator = createSimulator();
 * export const msw = setupServer(...simulatorHandlers(simulator));
 * ```
 */
export const simulatorHandlers = (simulator: Simulator = createSimulator()): HttpHandler[] => [
  http.all('https://api.stripe.com/*', async ({ request }) => {
    try {
      return await simulator.fetch(request);
    } catch (cause) {
      // A fault that breaks the connection. What else is thrown is a mistake, and shown as one.
      if (!(cause instanceof Error && cause.name === 'ConnectionReset')) throw cause;
      return HttpResponse.error();
    }
  }),
];

/**
 * Your backend at an address. Requests get the `Origin` that a browser would send and Node does not.
 *
 * @param url - As the tag's `endpoint`, in full: `http://localhost:3000/billing`.
 * @param backend - What answers there.
 * @param origin - The page's; that of `url` unless given.
 *
 * @example
 * ```ts
 * import type { CheckoutServer } from 'billing-checkout/server';
 * import { backendHandler, simulatorHandlers } from 'billing-checkout/testing/msw';
 * import { setupServer } from 'msw/node';
 *
 * export const serveShop = (server: CheckoutServer) =>
 *   setupServer(...simulatorHandlers(), backendHandler('http://localhost:3000/billing', server));
 * ```
 */
export const backendHandler = (url: string, backend: Backend, origin: string = new URL(url).origin): HttpHandler =>
  http.all(`${url}/*`, ({ request }) => {
    const sent = new Request(request);
    sent.headers.set('origin', origin);
    return backend.fetch(sent);
  });
