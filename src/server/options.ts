/** Options of the checkout server, checked once, loudly. */
import type Stripe from 'stripe';
import { MAX_QUANTITY } from '../contract/item-rules.js';
import type { InvoiceRequest } from '../contract/invoice-request.js';
import type { OpenRequest } from '../contract/open-request.js';
import type { ProblemCode } from '../contract/problems.js';
import { WEB_URL } from '../contract/scalars.js';
import { toLimits, type FeatureRules, type PriceRules } from './catalog.js';
import type { EventStore } from './event-store.js';
import type { Hooks, Once } from './hooks.js';
import type { Failure } from './report-failure.js';

/** A `guard`'s no: which problem, what a developer should know, and after how many seconds to come back. */
export interface GuardRefusal {
  /** Decides the answer's status and what the customer reads. */
  readonly code: ProblemCode;
  /** For developers, in the answer: no personal data. The customer does not read it. */
  readonly detail?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What a `guard` decides about: an opening, or an invoice for an open session. */
export type Guarded =
  | OpenRequest
  | ({
      readonly kind: 'pay_by_invoice';
      /** The id of the session. */
      readonly session: string;
    } & InvoiceRequest);

/** Whoever is logged in. */
export interface KnownCustomer {
  /** Of their Stripe customer, `cus_…`. */
  readonly id: string;
}

/** Options of {@link createCheckoutServer}. */
export interface CheckoutServerOptions {
  /** Your instance of the official SDK (`new Stripe(secretKey)`). The server asks nobody else. */
  readonly stripe: Stripe;
  /** Origins of the pages that may call, exactly as a browser sends them: `https://example.com`. */
  readonly origins: readonly string[];
  /** What may be bought, by the lookup key of an active Stripe price. */
  readonly prices: Readonly<Record<string, PriceRules>>;
  /** Path the contract's routes live under. Default `/billing`. */
  readonly endpoint?: string;
  /** Who asks: the id of their Stripe customer, or null for a guest. Default: everybody is a guest. */
  readonly customer?: (request: Request) => Promise<KnownCustomer | null> | KnownCustomer | null;
  /**
   * May refuse any opening, and any invoice, before Stripe is called: a rate limit, a captcha. The request's body has been read;
   * `asked` is what it said. Refuse with `false`, or with a problem of the table.
   */
  readonly guard?: (
    request: Request,
    asked: Guarded,
  ) => Promise<GuardRefusal | boolean | undefined | void> | GuardRefusal | boolean | undefined | void;
  /** What the form offers, where a price says nothing else. */
  readonly features?: FeatureRules;
  /** Secret of your webhook endpoint (`whsec_…`), or several while one is being replaced. Without it the route is closed. */
  readonly webhookSecret?: string | readonly string[];
  /** What to do once a payment has ended. */
  readonly hooks?: Hooks;
  /** Makes hooks run once per fact instead of at least once. */
  readonly once?: Once;
  /** Keeps funnel events. Without it `POST /events` answers 404, and pages stop sending. */
  readonly events?: EventStore;
  /** Most bytes of a request's body, webhooks excepted. Default 65536. */
  readonly bodyLimit?: number;
  /** Milliseconds a request's body may take to arrive, webhooks included; then 408. Default 15000. */
  readonly bodyTimeout?: number;
  /**
   * Most requests under way at once in this process; above it `server.busy` (503) with `Retry-After`, which the element heeds.
   * Stripe's webhooks are counted by themselves, so that shoppers never keep them out. Default 1000.
   */
  readonly inFlightLimit?: number;
  /** Hears of every answer of 500 and above, and of what failed beside an answer. Holds no secret, nothing personal. Default: one line on `console.error`. */
  readonly onError?: (failure: Failure) => void;
}

/** Stripe's longest trial: two years. */
const MAX_TRIAL_DAYS = 730;

/** The options in the form the server works with. */
export interface Settings {
  readonly stripe: Stripe;
  readonly origins: ReadonlySet<string>;
  readonly catalog: ReadonlyMap<string, PriceRules>;
  readonly endpoint: string;
  readonly features: FeatureRules;
  readonly webhookSecrets: readonly string[];
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
  readonly inFlightLimit: number;
}

function fail(option: string, reason: string, mend: string): never {
  throw new TypeError(`createCheckoutServer: option \`${option}\` ${reason}. ${mend}`);
}

/** Checks the options. Throws a TypeError naming the option, what is wrong, and the mend. */
export function toSettings(options: CheckoutServerOptions): Settings {
  const secrets = typeof options.webhookSecret === 'string' ? [options.webhookSecret] : (options.webhookSecret ?? []);
  if (secrets.some((secret) => typeof secret !== 'string' || !secret.startsWith('whsec_'))) {
    fail('webhookSecret', 'is not a signing secret', 'Copy it from the webhook endpoint: it starts with `whsec_`.');
  }
  if (options.events !== undefined && typeof options.events.append !== 'function') {
    fail('events', 'is not a store of events', 'Pass `createNdjsonEvents("events")`, or an object with `append`.');
  }
  for (const [option, rules] of Object.entries({ ...options.prices, features: options.features ?? {} })) {
    const { netDays = 30, countries = [], termsUrl } = rules;
    const name = option === 'features' ? option : 'prices';
    const odd = countries.find((country) => !/^[A-Z]{2}$/.test(country));
    if (odd !== undefined) fail(name, `names the country "${odd}"`, 'Use two capital letters (ISO 3166-1), as "DE".');
    if (termsUrl !== undefined && !WEB_URL.test(termsUrl))
      fail(name, `has terms at "${termsUrl}"`, 'Use a web address: https://…');
    if (!Number.isInteger(netDays) || netDays < 1 || netDays > 365)
      fail(name, `gives ${option} ${netDays} net days`, 'Use whole days, 1 to 365.');
  }
  const { bodyLimit = 65_536, bodyTimeout = 15_000, inFlightLimit = 1000 } = options;
  checkWhole('bodyLimit', bodyLimit, 'is not a number of bytes', 'Pass 65536.');
  checkWhole('bodyTimeout', bodyTimeout, 'is not a number of milliseconds', 'Pass 15000.');
  checkWhole('inFlightLimit', inFlightLimit, 'is not a number of requests', 'Pass 1000.');
  return {
    stripe: checkStripe(options.stripe),
    origins: checkOrigins(options.origins),
    catalog: checkPrices(options.prices),
    endpoint: checkEndpoint(options.endpoint ?? '/billing'),
    features: options.features ?? {},
    webhookSecrets: secrets,
    bodyLimit,
    bodyTimeout,
    inFlightLimit,
  };
}

function checkWhole(option: string, value: number, reason: string, mend: string): void {
  if (!Number.isInteger(value) || value < 1 || value > 2_147_483_647) fail(option, reason, mend);
}

const isStripe = (value: unknown): value is Stripe =>
  typeof value === 'object' && value !== null && 'checkout' in value && 'webhooks' in value;

function checkStripe(stripe: unknown): Stripe {
  return isStripe(stripe) ? stripe : fail('stripe', 'is missing', 'Pass `new Stripe(process.env.STRIPE_SECRET_KEY)`.');
}

function checkOrigins(origins: unknown): ReadonlySet<string> {
  if (!Array.isArray(origins) || origins.length === 0) {
    fail('origins', 'is missing', 'List the origins of your pages: `origins: ["https://example.com"]`.');
  }
  return new Set(
    origins.map((origin: unknown) =>
      typeof origin === 'string' && isOrigin(origin)
        ? origin
        : fail('origins', `has ${JSON.stringify(origin)}, which is not an origin`, 'Write scheme, host and port only.'),
    ),
  );
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return url.origin === value && url.origin !== 'null';
  } catch {
    return false;
  }
}

function checkPrices(prices: CheckoutServerOptions['prices'] | undefined): ReadonlyMap<string, PriceRules> {
  const catalog = new Map(Object.entries(prices ?? {}));
  if (catalog.size === 0) {
    fail('prices', 'is missing', 'Name what may be bought by lookup key: `prices: { pro_monthly: {} }`.');
  }
  for (const [key, rules] of catalog) {
    const { min, max } = toLimits(rules);
    const whole = Number.isInteger(min) && Number.isInteger(max);
    if (!whole || min < 1 || max < min || max > MAX_QUANTITY) {
      fail('prices', `gives ${key} the quantity ${min} to ${max}`, `Use whole numbers, 1 to ${MAX_QUANTITY}.`);
    }
    const { trialDays = 1 } = rules;
    if (!Number.isInteger(trialDays) || trialDays < 1 || trialDays > MAX_TRIAL_DAYS) {
      fail('prices', `gives ${key} a trial of ${trialDays} days`, `Use a whole number, 1 to ${MAX_TRIAL_DAYS}.`);
    }
  }
  return catalog;
}

function checkEndpoint(endpoint: string): string {
  if (!/^(\/[\w.~-]+)+$/.test(endpoint)) {
    fail('endpoint', `is ${JSON.stringify(endpoint)}`, 'Write a path such as `/billing`, without a slash at its end.');
  }
  return endpoint;
}
