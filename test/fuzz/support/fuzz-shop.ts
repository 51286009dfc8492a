/** The shop that is fuzzed: one server with everything on, and a local Stripe that is thrown away now and then. */
import Stripe from 'stripe';
import { createCheckoutServer, type CheckoutServer, type Failure } from '../../../src/server/index.js';
import { createSimulator, type Simulator } from '../../../src/simulator/index.js';
import type { FuzzRequest } from './requests.js';

export const ORIGIN = 'https://shop.example';
const SECRET = 'whsec_of_the_fuzzed_shop';
const KEY = 'sk_test_fuzz';
const SEATS = { quantity: { min: 1, max: 50 } };

/** What nobody may be told. */
export const SECRETS: readonly string[] = [SECRET, KEY];

/** A shop to send requests to. */
export class FuzzShop {
  /** What the host's log has heard since the last look. */
  readonly failures: Failure[] = [];
  readonly server: CheckoutServer;
  readonly #stripe: Stripe;
  #simulator: Simulator = createSimulator();
  #names = new Map<string, string>();
  #keys = 0;

  constructor() {
    this.#stripe = new Stripe(KEY, {
      httpClient: Stripe.createFetchHttpClient((input, init) => this.#simulator.fetch(new Request(input, init))),
      maxNetworkRetries: 0,
      telemetry: false,
    });
    this.server = createCheckoutServer({
      stripe: this.#stripe,
      origins: [ORIGIN],
      prices: {
        pro_monthly: { ...SEATS, promotionCodes: true },
        pro_yearly: { ...SEATS, payByInvoice: true },
        team_onboarding: { multiple: true, payByInvoice: true, savePayment: 'always' },
        business_yearly: { ...SEATS, automaticTax: true, taxId: 'optional', company: 'optional' },
        studio_monthly: { ...SEATS, countries: ['AT', 'DE', 'US'], poBoxes: false, trialDays: 14 },
      },
      customer: (request) => {
        const id = request.headers.get('x-customer') === 'ada' ? this.#names.get('{ada}') : undefined;
        return id === undefined ? null : { id };
      },
      webhookSecret: SECRET,
      hooks: { completed: () => undefined, renewed: () => undefined, cardUpdated: () => undefined },
      events: { append: () => undefined, close: () => undefined },
      onError: (failure) => void this.failures.push(failure),
    });
  }

  /** Another Stripe, with the same catalog and customers: what the old one has kept is let go. The server stays. */
  async renew(): Promise<void> {
    this.#simulator = createSimulator();
    const stripe = this.#stripe;
    const product = (await stripe.products.create({ name: 'Pro' })).id;
    const price = (lookup_key: string, interval?: 'month' | 'year') =>
      stripe.prices.create({
        product,
        currency: 'usd',
        unit_amount: 900,
        lookup_key,
        ...(interval && { recurring: { interval } }),
      });
    const [monthly] = await Promise.all([
      price('pro_monthly', 'month'),
      price('pro_yearly', 'year'),
      price('team_onboarding'),
      price('business_yearly', 'year'),
      price('studio_monthly', 'month'),
    ]);
    const ada = (await stripe.customers.create({ email: 'ada@example.com', name: 'Ada Lovelace' })).id;
    const grace = (await stripe.customers.create({ email: 'grace@example.com' })).id;
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: ada });
    const subscription = await stripe.subscriptions.create({
      customer: ada,
      items: [{ price: monthly.id, quantity: 3 }],
      default_payment_method: card.id,
    });
    const draft = (customer: string) => stripe.invoices.create({ customer, auto_advance: false });
    this.#names = new Map([
      ['{ada}', ada],
      ['{subscription}', subscription.id],
      ['{draft}', (await draft(ada)).id],
      ['{others}', (await draft(grace)).id],
    ]);
    this.#names.set('{session}', await this.#open({ items: [{ price: 'pro_yearly', quantity: 2 }] }));
    this.#names.set('{hers}', await this.#open({ items: [{ price: 'team_onboarding', quantity: 1 }] }, 'ada'));
    this.#names.set('{setup}', await this.#open({ kind: 'setup' }, 'ada'));
    const paid = await this.#open({ items: [{ price: 'team_onboarding', quantity: 1 }] });
    await this.#stripe.checkout.sessions.expire(paid);
    this.#names.set('{paid}', paid);
    const invoiced = await this.#open({ items: [{ price: 'pro_yearly', quantity: 1 }] });
    await this.#ask('POST', `/sessions/${invoiced}/invoice`, {
      contract: 1,
      email: 'bo@example.com',
      address: { country: 'US' },
    });
    this.#names.set('{invoiced}', invoiced);
    this.failures.length = 0;
  }

  /** The request as a platform would hand it over. */
  async toRequest({ method, path, headers, body, pieces, broken, signed }: FuzzRequest): Promise<Request> {
    if (`${path}${body ?? ''}`.includes('{fresh}')) {
      const price = this.#keys % 2 === 0 ? 'pro_yearly' : 'team_onboarding';
      this.#names.set('{fresh}', await this.#open({ items: [{ price, quantity: 1 }] }));
    }
    const text = body === null ? null : this.#fill(body);
    const filled = new Headers();
    for (const [name, value] of headers) filled.append(name, this.#fill(value));
    if (signed !== undefined && text !== null) filled.set('stripe-signature', await this.#sign(text, signed));
    const bytes = text === null ? null : toBytes(text, broken);
    const init = {
      method,
      headers: filled,
      body: bytes === null || pieces === 0 ? bytes : inPieces(bytes, pieces),
      duplex: 'half',
    } as const;
    return new Request(`${ORIGIN}/billing${this.#fill(path)}`, init);
  }

  #fill(text: string): string {
    if (!text.includes('{')) return text;
    this.#keys += 1;
    return [...this.#names].reduce(
      (filled, [name, id]) => filled.replaceAll(name, id),
      text.replaceAll('{key}', `purchase-${String(this.#keys)}`),
    );
  }

  #sign(payload: string, how: NonNullable<FuzzRequest['signed']>): Promise<string> {
    return this.#stripe.webhooks.generateTestHeaderStringAsync({
      payload,
      secret: how === 'foreign' ? 'whsec_of_somebody_else' : SECRET,
      timestamp: Math.floor(Date.now() / 1000) - (how === 'late' ? 360 : 0),
    });
  }

  async #open(body: object, customer = ''): Promise<string> {
    const answer: unknown = await this.#ask('POST', '/sessions', { contract: 1, kind: 'purchase', ...body }, customer);
    if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string')
      return answer.id;
    throw new Error(`The shop could not be filled: ${JSON.stringify(answer)}`);
  }

  async #ask(method: string, path: string, body: object, customer = ''): Promise<unknown> {
    this.#keys += 1;
    const response = await this.server.fetch(
      new Request(`${ORIGIN}/billing${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          'content-type': 'application/json',
          'idempotency-key': `purchase-${String(this.#keys)}`,
          'x-customer': customer,
        },
        body: JSON.stringify(body),
      }),
    );
    return response.json();
  }
}

function toBytes(text: string, broken: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  if (broken && bytes.length > 2) bytes[Math.floor(bytes.length / 2)] = 0xff;
  return bytes;
}

function inPieces(bytes: Uint8Array<ArrayBuffer>, pieces: number): ReadableStream<Uint8Array> {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}
