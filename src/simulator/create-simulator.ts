/** A local Stripe as a web-standard app: clients written for Stripe run on it unchanged. */
import { Hono } from 'hono';
import { adminRoutes } from './api/admin-routes.js';
import { apiRoutes } from './api/api-routes.js';
import { bankRoutes } from './api/bank-routes.js';
import { declineNext } from './api/billing/decline-next.js';
import type { AfterRetries, RenewalDecline } from './api/billing/dunning.js';
import { reactToPayment } from './api/billing/react-to-payment.js';
import { documentRoutes } from './api/document-routes.js';
import type { Release } from './api/events/deliveries.js';
import type { Fault, FaultInput } from './api/http/faults.js';
import type { LogEntry } from './api/http/request-log.js';
import { hostedRoutes } from './api/hosted-routes.js';
import { panelRoutes } from './api/panel/panel-routes.js';
import { updateCard, type NewCard } from './api/payments/update-card.js';
import { createWorld } from './api/state/world.js';
import type { AssetReader } from './script/asset.js';
import { scriptRoutes } from './script/script-routes.js';

/** What tests may replace: time, the network, the files of Stripe.js. */
export interface SimulatorOptions {
  /**
   * Clock in milliseconds; `Date.now` unless given. Sessions expire and keys are pruned by it. Told which account asks
   * (null: none), so that one account may live in the past while another is used now.
   */
  readonly now?: (account: string | null) => number;
  /** Timer behind webhook retries, delayed answers and debits; real time unless given. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Delivers webhooks; the platform's `fetch` unless given. */
  readonly fetch?: typeof fetch;
  /** Files of Stripe.js and its frames; without it only the API is served. */
  readonly assets?: AssetReader;
}

/** A local Stripe, in process. */
export interface Simulator {
  /** Answers a request. Rejects where a fault breaks the connection. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Every request so far, oldest first. Holds no secrets and no card data. */
  readonly log: readonly LogEntry[];
  /** Lets something go wrong, as `POST /_simulator/faults` does. */
  readonly fault: (input: FaultInput) => void;
  /** Faults still to happen, of one account or of all. */
  readonly faults: (account?: string) => readonly Fault[];
  /** Keeps an account's webhooks back, and lets them go late, doubled or in reverse. */
  readonly webhooks: {
    /** Keeps the webhooks of an account back. */
    readonly hold: (account: string) => void;
    /** Lets them go. */
    readonly release: (account: string, how?: Release) => void;
    /** Delivers an event once more. Answers how many endpoints want it; 0 for an event nobody knows. */
    readonly resend: (account: string, event: string) => number;
  };
  /** Keeps the debits of an account's customers under way, and lets them arrive or come back: days later, at once. */
  readonly debits: {
    /** Keeps the debits of an account under way. */
    readonly hold: (account: string) => void;
    /** Lets them arrive, or come back. */
    readonly release: (account: string) => void;
  };
  /** What banks do to saved cards. */
  readonly cards: {
    /** Gives a saved card another test number and expiry, as `POST /_simulator/cards/update` does. False: no such saved card, or no such test card. */
    readonly update: (account: string, paymentMethod: string, card: NewCard) => boolean;
    /** The account's next card payment that works is declined `times` first (once unless given), and tried again by Stripe itself within the same confirm. As `POST /_simulator/cards/retry_next`. */
    readonly retryNext: (account: string, times?: number) => void;
  };
  /** How Billing deals with payments that fail. */
  readonly billing: {
    /** What becomes of an account's subscriptions after the last try; `cancel` unless set. As `POST /_simulator/billing/settings`. */
    readonly afterRetries: (account: string, what: AfterRetries) => void;
    /** Billing's next charge of a customer fails, whatever their card. False: no such customer. As `POST /_simulator/billing/decline_next`. */
    readonly declineNext: (account: string, customer: string, decline: RenewalDecline) => boolean;
  };
  /** Resolves when all debits have ended but those that are held, and all webhooks are delivered or given up. */
  readonly settled: () => Promise<void>;
}

/**
 * Makes a local Stripe that remembers until it is dropped.
 *
 * @example
 * ```ts
 * import { createSimulator } from 'billing-checkout/simulator';
 * import Stripe from 'stripe';
 *
 * const simulator = createSimulator();
 * // The official SDK on it, without a port: every request is answered in this process.
 * const stripe = new Stripe('sk_test_shop', {
 *   httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
 * });
 * const product = await stripe.products.create({ name: 'Pro' });
 * console.log(product.name, simulator.log.length); // 'Pro' 1
 * ```
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const world = createWorld({
    now: options.now ?? Date.now,
    wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    react: reactToPayment,
  });
  const app = new Hono();
  app.onError((error) => {
    throw error;
  });
  app.route('/', adminRoutes(world));
  app.route('/', panelRoutes(world));
  app.route('/', apiRoutes(world));
  app.route('/', bankRoutes(world));
  app.route('/', documentRoutes(world));
  app.route('/', hostedRoutes(world));
  if (options.assets) app.route('/', scriptRoutes({ assets: options.assets }));
  return {
    fetch: async (request) => app.fetch(request),
    log: world.log,
    fault: (input) => {
      world.faults.add(input);
    },
    faults: world.faults.list,
    webhooks: {
      hold: world.deliveries.hold,
      release: (account, how = {}) => {
        world.deliveries.release(account, how);
      },
      resend: (name, id) => {
        const { account } = world.stateOf(name);
        const event = account.events.get(id);
        return event === undefined ? 0 : world.deliveries.resend(account, event);
      },
    },
    debits: { hold: world.later.hold, release: world.later.release },
    billing: {
      afterRetries: (name, what) => {
        world.stateOf(name).account.dunning.afterRetries = what;
      },
      declineNext: (name, customer, decline) => declineNext(world.stateOf(name).account, customer, decline),
    },
    cards: {
      update: (name, id, card) => updateCard(world.stateOf(name).account, id, card) !== undefined,
      retryNext: (name, times = 1) => {
        world.stateOf(name).account.retries = times;
      },
    },
    settled: async () => {
      await world.later.settled();
      await world.deliveries.settled();
    },
  };
}
