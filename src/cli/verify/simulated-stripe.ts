/** The local Stripe that the backend under test is started with: served on a port, with the prices that it sells. */
import type Stripe from 'stripe';
import type { FaultInput } from '../../simulator/index.js';
import { serveSimulator } from '../../simulator/serve-simulator.js';
import type { SoldPrice } from './sold-price.js';

const ACCOUNT = 'verify';

/** What the first price costs, and each further one more: integers in cents. */
const AMOUNT = 1000;
const STEP = 250;

/** A local Stripe with one account in it. */
export interface SimulatedStripe {
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  readonly stripe: Stripe;
  /** Sends a browser's request. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Lets something go wrong. */
  readonly fault: (fault: Omit<FaultInput, 'account'>) => void;
  /** Forgets what was to go wrong. */
  readonly clearFaults: () => Promise<void>;
  /** How many requests the account has been asked so far, with any method or path, or those that fit. */
  readonly asked: (fits?: (method: string, path: string) => boolean) => number;
  readonly close: () => Promise<void>;
}

/** The `stripe` package is there for commands only when the host has it. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage';
}

/** Serves it. Rejects when the port cannot be had, and with {@link MissingPackage}. `port` 0 takes a free one. */
export async function openSimulatedStripe(port: number, prices: readonly SoldPrice[]): Promise<SimulatedStripe> {
  const { default: Sdk } = await import('stripe').catch((cause: unknown) => {
    throw new MissingPackage('The package stripe is missing. Run npm install stripe.', { cause });
  });
  const { url, simulator, close } = await serveSimulator({ port });
  const secretKey = `sk_test_${ACCOUNT}`;
  const stripe = new Sdk(secretKey, {
    httpClient: Sdk.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  await seedPrices(stripe, prices);
  return {
    url,
    secretKey,
    publishableKey: `pk_test_${ACCOUNT}`,
    stripe,
    fetch: simulator.fetch,
    fault: (fault) => {
      simulator.fault({ account: ACCOUNT, ...fault });
    },
    clearFaults: async () => {
      await simulator.fetch(new Request(`${url}/_simulator/faults?account=${ACCOUNT}`, { method: 'DELETE' }));
    },
    asked: (fits = () => true) =>
      simulator.log.filter(({ account, method, path }) => account === ACCOUNT && fits(method, path)).length,
    close,
  };
}

async function seedPrices(stripe: Stripe, prices: readonly SoldPrice[]): Promise<void> {
  for (const [index, price] of prices.entries()) await seedPrice(stripe, price, AMOUNT + STEP * index);
}

/** Makes a price in US dollars; `amount` is an integer in cents. */
export async function seedPrice(stripe: Stripe, { key, every }: SoldPrice, amount: number): Promise<Stripe.Price> {
  return stripe.prices.create({
    currency: 'usd',
    unit_amount: amount,
    lookup_key: key,
    product_data: { name: key },
    ...(every !== 'once' && { recurring: { interval: every } }),
  });
}
