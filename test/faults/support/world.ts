/** The world of one case: a local Stripe, a shop, and a relay on each way between them and the browser. */
import { createServer, type RequestListener } from 'node:http';
import Stripe from 'stripe';
import { createDemo } from '../../../examples/backend/demo.mjs';
import { seed } from '../../../examples/backend/seed.mjs';
import { serveSimulator } from '../../../dist/simulator/serve-simulator.js';
import { ANOTHER } from './cards.js';
import { Relay } from './relay.js';

const ACCOUNT = 'faults';

/** The ways: browser to shop, browser to Stripe, shop to Stripe, Stripe to shop. */
export const WIRES = ['shop', 'stripe', 'api', 'webhook'] as const;

/** One of them. */
export type Wire = (typeof WIRES)[number];

/** What Stripe holds at the end. */
export interface AtStripe {
  /** Payments that went through: charges that succeeded. */
  readonly payments: number;
  /** Checkout Sessions, PaymentIntents' invoices or subscriptions that have ended well. */
  readonly paid: ReadonlySet<string>;
  /** Invoices that were made in place of a payment. */
  readonly invoices: number;
  readonly subscriptions: number;
  /** Cards like the one that is typed in place of another, kept by who has a subscription. */
  readonly kept: number;
  /** Subscriptions that are charged with such a one. */
  readonly replaced: number;
}

/** One world. */
export class World {
  readonly relays: Readonly<Record<Wire, Relay>>;
  readonly url: string;
  readonly stripeUrl: string;
  readonly stripe: Stripe;
  readonly customer: string;
  /** Facts that the shop's hooks were told. */
  readonly told: readonly string[];
  /** Milliseconds that were let pass at once. */
  passed = 0;
  /** When the browser last had an answer, in milliseconds that were let pass. */
  answered = 0;
  readonly #release: () => void;
  readonly #close: () => Promise<void>;

  private constructor(
    made: Pick<World, 'relays' | 'url' | 'stripeUrl' | 'stripe' | 'customer' | 'told'>,
    release: () => void,
    close: () => Promise<void>,
  ) {
    this.relays = made.relays;
    this.url = made.url;
    this.stripeUrl = made.stripeUrl;
    this.stripe = made.stripe;
    this.customer = made.customer;
    this.told = made.told;
    this.#release = release;
    this.#close = close;
  }

  static async open(): Promise<World> {
    let world: World | null = null;
    let release: () => void = () => undefined;
    const lifted = new Promise<void>((resolve) => (release = resolve));
    const heard = (): void => {
      if (world) world.answered = world.passed;
    };
    const simulator = await serveSimulator({
      port: 0,
      now: () => Date.now() + (world?.passed ?? 0),
      // Stripe tries again for hours: for longer than a fault lasts.
      wait: async () => {
        await lifted;
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    });
    let listener: RequestListener = (_, response) => response.writeHead(503).end();
    const server = createServer((request, response) => {
      listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The shop has no port.');
    const shop = new URL(`http://127.0.0.1:${String(address.port)}/`);
    const local = new URL(simulator.url);
    const relays = {
      shop: new Relay(() => shop, heard),
      stripe: new Relay(() => local, heard),
      api: new Relay(
        () => local,
        () => undefined,
      ),
      webhook: new Relay(
        () => shop,
        () => undefined,
      ),
    };
    const at = {
      shop: await relays.shop.listen(),
      stripe: await relays.stripe.listen(),
      api: await relays.api.listen(),
      webhook: await relays.webhook.listen(),
    };
    // Another site than Stripe's, as shops are.
    const url = `http://localhost:${at.shop.port}/`;
    const stripeUrl = at.stripe.origin;
    const toSdk = ({ hostname, port }: URL): Stripe =>
      new Stripe(`sk_test_${ACCOUNT}`, {
        host: hostname,
        port,
        protocol: 'http',
        telemetry: false,
        maxNetworkRetries: 0,
      });
    const stripe = toSdk(local);
    const { customer, returning, webhookSecret } = await seed(stripe, {
      webhookUrl: `${at.webhook.href}billing/webhooks`,
    });
    const told: string[] = [];
    const tell = ({ fact }: { readonly fact: string }): void => {
      told.push(fact);
    };
    const hooks = { completed: tell, recovered: tell };
    listener = createDemo({
      stripe: toSdk(at.api),
      publishableKey: `pk_test_${ACCOUNT}`,
      simulatorUrl: stripeUrl,
      url,
      customer,
      returning,
      webhookSecret,
      events: { append: () => undefined, close: () => undefined },
      report: { stripe, experiment: 'pages' },
      quiet: true,
      hooks,
    });
    world = new World({ relays, url, stripeUrl, stripe, customer, told }, release, async () => {
      await Promise.all(Object.values(relays).map((relay) => relay.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await simulator.close();
    });
    return world;
  }

  /** Requests under way that get somewhere. */
  get busy(): number {
    const { shop, stripe, api, webhook } = this.relays;
    // Whoever asks a server that waits for Stripe waits as well.
    return stripe.busy + api.busy + Math.max(0, shop.busy + webhook.busy - api.stuck);
  }

  /** Requests of the browser that get nowhere: what it waits for has no answer yet. */
  get stuck(): number {
    return this.relays.shop.stuck + this.relays.stripe.stuck;
  }

  /** Whether a tab waits for another page than it shows. */
  get leaving(): boolean {
    return this.relays.shop.pages + this.relays.stripe.pages > 0;
  }

  /** Time passes for what drips, and what waits to be overtaken. */
  tick(): void {
    for (const wire of WIRES) this.relays[wire].tick();
  }

  /** Nothing goes wrong any more. */
  lift(): void {
    for (const wire of WIRES) this.relays[wire].lift();
    this.#release();
  }

  /** What Stripe says, asked directly. */
  async lookAt(): Promise<AtStripe> {
    const [charges, sessions, invoices, subscriptions] = await Promise.all([
      this.stripe.charges.list({ limit: 100 }),
      this.stripe.checkout.sessions.list({ limit: 100 }),
      this.stripe.invoices.list({ limit: 100 }),
      this.stripe.subscriptions.list({ limit: 100, status: 'all' }),
    ]);
    const kept = await this.#keptBy(subscriptions.data[0]?.customer);
    const ended = [
      ...sessions.data.filter(({ status }) => status === 'complete'),
      ...invoices.data.filter(({ status, amount_paid: paid }) => status === 'paid' && paid > 0),
    ];
    return {
      payments: charges.data.filter(({ status }) => status === 'succeeded').length,
      paid: new Set(ended.map(({ id }) => id)),
      invoices: invoices.data.filter(({ collection_method: how }) => how === 'send_invoice').length,
      subscriptions: subscriptions.data.length,
      kept: kept.length,
      replaced: subscriptions.data.filter(({ default_payment_method: id }) => kept.some((each) => each.id === id))
        .length,
    };
  }

  async #keptBy(customer: Stripe.Subscription['customer'] | undefined): Promise<Stripe.PaymentMethod[]> {
    if (typeof customer !== 'string') return [];
    const { data } = await this.stripe.paymentMethods.list({ customer, type: 'card', limit: 100 });
    return data.filter(({ card }) => card?.last4 === ANOTHER.slice(-4));
  }

  close(): Promise<void> {
    return this.#close();
  }
}
