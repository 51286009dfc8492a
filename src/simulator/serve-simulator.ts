/** Serves a simulator on Node. */
import { serve } from '@hono/node-server';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionReset } from './api/http/faults.js';
import { readAssets } from './script/read-assets.js';
import { createSimulator, type Simulator, type SimulatorOptions } from './create-simulator.js';

/** Where to listen, beside the simulator's own options. */
export interface ServeOptions extends SimulatorOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
}

/** A simulator that listens. */
export interface ServedSimulator {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** The simulator behind it. */
  readonly simulator: Simulator;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Makes a local Stripe and serves it. Rejects when the port cannot be had.
 *
 * @example
 * ```ts
 * import { serveSimulator } from 'billing-checkout/simulator';
 * import Stripe from 'stripe';
 *
 * const { url, close } = await serveSimulator({ port: 0 });
 * const { hostname, port } = new URL(url);
 * const stripe = new Stripe('sk_test_shop', { host: hostname, port, protocol: 'http' });
 * const { unit_amount } = await stripe.prices.create({
 *   currency: 'usd',
 *   unit_amount: 1000,
 *   product_data: { name: 'Pro' },
 * });
 * console.log(unit_amount); // 1000
 * await close();
 * ```
 */
export function serveSimulator({ port, host = '127.0.0.1', ...options }: ServeOptions): Promise<ServedSimulator> {
  const simulator = createSimulator({ assets: readAssets, ...options });
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, { outgoing }) => answer(simulator, request, outgoing as ServerResponse),
        port,
        hostname: host,
        overrideGlobalObjects: false,
      },
      (info: AddressInfo) => {
        const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
        resolve({ url: `http://${name}:${String(info.port)}`, simulator, close });
      },
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      // The code is what a program asks for, the sentence what a person reads.
      reject(Object.assign(new Error(startFailure(error, host, port), { cause: error }), { code: error.code }));
    });
    const close = (): Promise<void> =>
      new Promise((done, failed) => {
        server.close((error) => {
          if (error) failed(error);
          else done();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}

/** A broken connection is a closed socket without an answer. */
async function answer(simulator: Simulator, request: Request, outgoing: ServerResponse): Promise<Response> {
  try {
    return await simulator.fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionReset)) throw error;
    outgoing.destroy();
    return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
  }
}

function startFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `The simulator cannot start: port ${String(port)} on ${host} is in use.`;
  return `The simulator cannot start on ${host}:${String(port)}: ${error.message}`;
}
