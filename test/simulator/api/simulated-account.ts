/** An account of a simulator in this process, with the clients a merchant and a browser would have. */
import { stringify } from 'qs-esm';
import Stripe from 'stripe';
import { expect } from 'vitest';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../src/simulator/index.js';
import {
  paymentPagePath,
  type PaymentPage,
  type PaymentPageAuthenticate,
  type PaymentPageConfirm,
  type PaymentPageUpdate,
} from '../../../src/simulator/wire/payment-page.js';

export const origin = 'http://simulator.test';

export interface PageError {
  readonly type: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly message: string;
  readonly param?: string;
  readonly charge?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
}

/** What a browser got: the page or Stripe's error. */
export interface PageAnswer {
  readonly status: number;
  readonly page: PaymentPage | undefined;
  readonly error: PageError | undefined;
}

export interface Browser {
  readonly init: () => Promise<PageAnswer>;
  readonly update: (body: PaymentPageUpdate) => Promise<PageAnswer>;
  readonly confirm: (body: PaymentPageConfirm) => Promise<PageAnswer>;
  readonly authenticate: (body: PaymentPageAuthenticate) => Promise<PageAnswer>;
}

export interface SimulatedAccount {
  readonly simulator: Simulator;
  readonly stripe: Stripe;
  readonly name: string;
  readonly browse: (session: Stripe.Checkout.Session) => Browser;
}

export function openAccount(options: SimulatorOptions = {}, name = 'acme'): SimulatedAccount {
  const simulator = createSimulator(options);
  const fetchSimulator: typeof fetch = (input, init) => simulator.fetch(new Request(input, init));
  const stripe = new Stripe(`sk_test_${name}`, {
    host: 'simulator.test',
    protocol: 'http',
    port: 80,
    httpClient: Stripe.createFetchHttpClient(fetchSimulator),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const browse = (session: Stripe.Checkout.Session): Browser => {
    const secret = session.client_secret;
    if (secret === null) throw new Error('This session has no client secret.');
    return openBrowser(simulator, session.id, { key: `pk_test_${name}`, client_secret: secret });
  };
  return { simulator, stripe, name, browse };
}

export function openBrowser(simulator: Simulator, id: string, common: { key: string; client_secret: string }): Browser {
  const post = async (route: string, body: object): Promise<PageAnswer> => {
    const request = new Request(`${origin}${paymentPagePath(id)}${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: stringify({ ...common, ...body }),
    });
    const response = await simulator.fetch(request);
    const answer = (await response.json()) as PaymentPage & { error?: PageError };
    const failed = answer.error !== undefined;
    return { status: response.status, page: failed ? undefined : answer, error: answer.error };
  };
  return {
    init: () => post('/init', {}),
    update: (body) => post('', body),
    confirm: (body) => post('/confirm', body),
    authenticate: (body) => post('/authenticate', body),
  };
}

export const cards = {
  visa: '4242424242424242',
  amex: '378282246310005',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  lost: '4000000000009987',
  expired: '4000000000000069',
  incorrectCvc: '4000000000000127',
  processingError: '4000000000000119',
  attachesButFails: '4000000000000341',
  blocked: '4100000000000019',
  wrongNumber: '4242424242424241',
  challenge: '4000002760003184',
  challengeThenNoFunds: '4000008260003178',
  challengeThenDeclined: '4000008400001629',
} as const;

export function cardData(number: string, more: { cvc?: string; exp_month?: number; exp_year?: number } = {}) {
  const card = { number, exp_month: 12, exp_year: 2040, cvc: '123', ...more };
  return { type: 'card', card, billing_details: { name: 'Ada Lovelace' } } as const;
}

/** A monthly price of 10.00 USD. */
export function monthlyPrice(stripe: Stripe, more: Partial<Stripe.PriceCreateParams> = {}): Promise<Stripe.Price> {
  return stripe.prices.create({
    currency: 'usd',
    unit_amount: 1000,
    recurring: { interval: 'month' },
    product_data: { name: 'Pro' },
    ...more,
  });
}

export async function openSubscriptionSession(
  stripe: Stripe,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const price = await monthlyPrice(stripe);
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 1 }],
    ...more,
  });
}

/** A one-time payment of 20.00 USD. */
export async function openPaymentSession(
  stripe: Stripe,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const price = await stripe.prices.create({ currency: 'usd', unit_amount: 2000, product_data: { name: 'Credits' } });
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'payment',
    line_items: [{ price: price.id, quantity: 1 }],
    ...more,
  });
}

export type ErrorFields = Partial<
  Record<'type' | 'code' | 'param' | 'message' | 'statusCode' | 'rawType' | 'decline_code', unknown>
>;

/** What the API refused, as the SDK tells it. Fails where nothing was refused. */
export async function refusal(work: Promise<unknown>): Promise<ErrorFields> {
  const outcome = await work.then(
    () => ({ refused: false, error: undefined }),
    (error: unknown) => ({ refused: true, error }),
  );
  expect(outcome.refused, 'the API should have refused').toBe(true);
  expect(outcome.error).toBeInstanceOf(Stripe.errors.StripeError);
  return outcome.error as ErrorFields;
}

/** Everything a list holds. */
export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}
