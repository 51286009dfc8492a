/** A shop in one process: local Stripe, official SDK, two copies of the server, webhooks that wait to be let go. */
import Stripe from 'stripe';
import { createCheckoutServer } from '../../../src/server/create-checkout-server.js';
import type { CheckoutServerOptions } from '../../../src/server/options.js';
import { createSimulator, type Simulator } from '../../../src/simulator/index.js';
import type { Goods } from './actions.js';
import { Wires } from './wires.js';

export const ORIGIN = 'https://shop.example';
const ACCOUNT = 'soak';
const HOOKS = `${ORIGIN}/billing/webhooks`;

/** What can be bought, by what it is. A bank's page takes euros, and nothing that renews. */
const PRICES = { plan: 'pro_monthly', piece: 'onboarding_eur' } as const satisfies Record<Goods, string>;

/** What hooks were told, by fact. */
export interface Told {
  readonly fact: string;
  readonly session: string;
}

export class SoakShop {
  readonly wires = new Wires();
  readonly simulator: Simulator;
  /** Asks Stripe directly: no wire of it breaks. */
  readonly stripe: Stripe;
  readonly told: Told[] = [];
  /** What is sold, by its key. */
  readonly price: string;
  /** How often a tab has left for a bank's page. */
  redirects = 0;
  /** Null for a guest. */
  customer: string | null = null;
  #options: CheckoutServerOptions | null = null;

  constructor(goods: Goods) {
    this.price = PRICES[goods];
    this.simulator = createSimulator({
      now: () => Date.now(),
      fetch: (input, init) => this.#server(new Request(input, init)),
    });
    this.stripe = this.#sdk(this.simulator.fetch);
  }

  static async open(known: boolean, goods: Goods): Promise<SoakShop> {
    const shop = new SoakShop(goods);
    const { stripe } = shop;
    const product = await stripe.products.create({ name: 'Pro' });
    await stripe.prices.create({
      product: product.id,
      unit_amount: 900,
      lookup_key: shop.price,
      ...(goods === 'plan' ? { currency: 'usd', recurring: { interval: 'month' } } : { currency: 'eur' }),
    });
    const { secret } = await stripe.webhookEndpoints.create({ url: HOOKS, enabled_events: ['*'] });
    if (known) shop.customer = (await stripe.customers.create({ email: 'ada@example.com', name: 'Ada' })).id;
    shop.#options = {
      stripe: shop.#sdk(shop.wires.on('api', shop.simulator.fetch)),
      origins: [ORIGIN],
      prices: {
        [PRICES.plan]: { quantity: { max: 100 } },
        [PRICES.piece]: { quantity: { max: 100 }, multiple: true, paymentMethods: ['card', 'ideal'] },
      },
      customer: () => (shop.customer === null ? null : { id: shop.customer }),
      hooks: {
        completed: ({ fact, session }) => {
          shop.told.push({ fact, session: session.id });
        },
      },
      ...(secret !== undefined && { webhookSecret: secret }),
    };
    shop.simulator.webhooks.hold(ACCOUNT);
    return shop;
  }

  /** What the browser's requests to the backend meet. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const headers = new Headers(request.headers);
    headers.set('origin', ORIGIN);
    return untilAborted(this.wires.on('shop', this.#server)(new Request(request, { headers })), request.signal);
  };

  /** What Stripe's fields meet. */
  get page(): (request: Request) => Promise<Response> {
    return this.wires.on('page', this.simulator.fetch);
  }

  releaseWebhooks(order: 'made' | 'reversed', copies: number): void {
    this.simulator.webhooks.release(ACCOUNT, { order, copies });
    this.simulator.webhooks.hold(ACCOUNT);
  }

  /** From now on none is kept back. */
  deliverWebhooks(): void {
    this.simulator.webhooks.release(ACCOUNT);
  }

  /** What Stripe says now. */
  async isPaid(session: string): Promise<boolean> {
    return (await this.stripe.checkout.sessions.retrieve(session)).status === 'complete';
  }

  get publishableKey(): string {
    return `pk_test_${ACCOUNT}`;
  }

  #sdk(send: (request: Request) => Promise<Response>): Stripe {
    return new Stripe(`sk_test_${ACCOUNT}`, {
      httpClient: Stripe.createFetchHttpClient((input, init) => send(new Request(input, init))),
      maxNetworkRetries: 0,
      telemetry: false,
    });
  }

  /** Another copy each time: what one of them remembers is of no use. */
  readonly #server = async (request: Request): Promise<Response> => {
    if (!this.#options) throw new TypeError('fetch failed');
    return createCheckoutServer(this.#options).fetch(request);
  };
}

function untilAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    value,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new DOMException('This operation was aborted', 'AbortError'));
      });
    }),
  ]);
}
