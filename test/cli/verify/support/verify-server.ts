/** Runs every case against our server, or against one that breaks a promise: over real HTTP, with a local Stripe of its own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { createBackendClient } from '../../../../src/cli/verify/backend-client.js';
import { GROUPS } from '../../../../src/cli/verify/cases.js';
import { runCases, type VerifyReport } from '../../../../src/cli/verify/run-cases.js';
import { openSimulatedStripe } from '../../../../src/cli/verify/simulated-stripe.js';
import { toSubject } from '../../../../src/cli/verify/subject.js';
import type { SoldPrice } from '../../../../src/cli/verify/sold-price.js';
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import { toNodeListener } from '../../../../src/server/node-listener.js';
import type { CheckoutServerOptions } from '../../../../src/server/options.js';

export const ORIGIN = 'https://shop.example';
export const WEBHOOK_SECRET = 'whsec_of_the_shop';
export const CUSTOMER_HEADER = { name: 'x-customer', value: '{customer}' };

const PRICES: readonly [SoldPrice, ...SoldPrice[]] = [
  { key: 'pro_monthly', every: 'month' },
  { key: 'pro_yearly', every: 'year' },
  { key: 'team_onboarding', every: 'once' },
];

/** Answers a request of the contract. */
export type Fetch = (request: Request) => Promise<Response>;

/** What a broken backend is made of. */
export interface Workshop {
  /** Where the local Stripe is, and its key. */
  readonly url: string;
  readonly key: string;
  readonly stripe: Stripe;
  /** Options of a server that keeps every promise. */
  readonly options: CheckoutServerOptions;
}

/** Makes a backend. */
export type Build = (workshop: Workshop) => Fetch;

/** The server as it is. */
export const build: Build = ({ options }) => createCheckoutServer(options).fetch;

/** Verifies it with everything on that the server offers. */
export async function verifyServer(make: Build = build, only?: readonly string[]): Promise<VerifyReport> {
  const place = await openSimulatedStripe(0, PRICES);
  const { hostname, port } = new URL(place.url);
  const stripe = new Stripe(place.secretKey, {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
  const fetch = make({ url: place.url, key: place.secretKey, stripe, options: toOptions(stripe) });
  const server = createServer(toNodeListener({ fetch })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/billing`;
  const settings = {
    url,
    origin: ORIGIN,
    customerHeader: CUSTOMER_HEADER,
    prices: PRICES,
    quantity: 1,
    webhookSecret: WEBHOOK_SECRET,
  };
  try {
    return await runCases(toSubject(createBackendClient(settings), place, settings), GROUPS, only);
  } finally {
    server.close().closeAllConnections();
    await place.close();
  }
}

/** The cases that a backend fails. */
export const failuresOf = async (make: Build): Promise<readonly string[]> =>
  (await verifyServer(make)).results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);

const SEATS = { quantity: { min: 1, max: 100 } };

const toOptions = (stripe: Stripe): CheckoutServerOptions => ({
  stripe,
  origins: [ORIGIN],
  webhookSecret: WEBHOOK_SECRET,
  prices: {
    pro_monthly: SEATS,
    pro_yearly: { ...SEATS, payByInvoice: true },
    team_onboarding: { termsUrl: 'https://shop.example/terms', countries: ['US', 'DE'], poBoxes: false },
  },
  customer: (request) => {
    const id = request.headers.get(CUSTOMER_HEADER.name);
    return id === null ? null : { id };
  },
  events: { append: () => Promise.resolve(), close: () => Promise.resolve() },
  onError: ({ code, cause }) => {
    if (code === 'server.failed') console.error(cause);
  },
});
