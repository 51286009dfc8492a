/** A Stripe to look at: the real one with somebody's test keys, or the simulator. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { startDemo } from '../../../scripts/start-demo.mjs';
import { serveSimulator } from '../../../src/simulator/serve-simulator.js';

/** On everything that is made here, so that it can be told from what is somebody's own. */
export const MARK = { billing_smoke: 'yes' };

/** Test keys of one account. */
export interface Keys {
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly webhookSecret?: string | undefined;
}

/** A shop in front of it: pages, backend, and the official SDK. */
export interface Demo {
  readonly url: string;
  readonly stripe: Stripe;
  readonly customer: string;
  close(): Promise<void>;
}

export interface Target {
  readonly name: 'Stripe' | 'simulator';
  readonly stripe: Stripe;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Where the API is. */
  readonly api: string;
  /** A page of ours with its Stripe.js, and nothing mounted. */
  readonly home: string;
  /** The demo, started when a flow first asks. */
  demo(): Promise<Demo>;
  close(): Promise<void>;
}

/** The account of those keys. */
export async function openStripe(keys: Keys): Promise<Target> {
  const page = await servePage('https://js.stripe.com/endive/stripe.js');
  const demo = lazily(() => startDemo({ stripeKeys: keys, quiet: true }));
  return {
    name: 'Stripe',
    stripe: new Stripe(keys.secretKey, { telemetry: false, maxNetworkRetries: 2 }),
    secretKey: keys.secretKey,
    publishableKey: keys.publishableKey,
    api: 'https://api.stripe.com',
    home: page.url,
    demo: demo.get,
    close: async () => {
      await demo.close();
      await page.close();
    },
  };
}

/** A simulator of its own, with an account that nothing else uses. */
export async function openSimulator(): Promise<Target> {
  const simulator = await serveSimulator({ port: 0 });
  const { hostname, port, origin } = new URL(simulator.url);
  const page = await servePage(`${origin}/endive/stripe.js`);
  const demo = lazily(() => startDemo({ quiet: true }));
  const secretKey = 'sk_test_smoke';
  return {
    name: 'simulator',
    stripe: new Stripe(secretKey, { host: hostname, port, protocol: 'http', telemetry: false }),
    secretKey,
    publishableKey: 'pk_test_smoke',
    api: origin,
    home: page.url,
    demo: demo.get,
    close: async () => {
      await demo.close();
      await page.close();
      await simulator.close();
    },
  };
}

function lazily(start: () => Promise<Demo>): { get: () => Promise<Demo>; close: () => Promise<void> } {
  let started: Promise<Demo> | undefined;
  return {
    get: () => (started ??= start()),
    close: async () => {
      await (await started?.catch(() => undefined))?.close();
    },
  };
}

async function servePage(script: string): Promise<{ url: string; close: () => Promise<void> }> {
  const html = (await readFile(new URL('page.html', import.meta.url), 'utf8')).replace('{{script}}', script);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
