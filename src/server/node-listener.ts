/** Runs the server under `node:http`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CheckoutServer } from './create-checkout-server.js';

/** A listener for `http.createServer`, and for anything that takes one (Express: `app.all('/billing/*rest', listener)`). */
export type NodeListener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Makes a Node listener of the server. The adapter is loaded with the first call, so that other platforms never
 * meet a Node module. Mount it before any body parser: webhooks are signed over the raw body.
 *
 * @example
 * ```ts
 * import { toNodeListener, type CheckoutServer } from 'billing-checkout/server';
 * import { createServer } from 'node:http';
 *
 * export function listen(server: CheckoutServer): void {
 *   createServer(toNodeListener(server)).listen(3000);
 * }
 * ```
 */
export function toNodeListener(server: Pick<CheckoutServer, 'fetch'>): NodeListener {
  const loading = import('@hono/node-server').then(({ getRequestListener }) =>
    getRequestListener((request) => server.fetch(request), { overrideGlobalObjects: false }),
  );
  return (request, response) => {
    void loading.then((listen) => listen(request, response));
  };
}
