/** The shop that traffic goes to: our own server, the official SDK and the payment page's wire, all in this process. */
import type Stripe from 'stripe';
import { checkoutSessionSchema, type CheckoutSession } from '../../contract/index.js';
import { createCheckoutServer } from '../../server/create-checkout-server.js';
import type { PaymentPageAuthenticate, PaymentPageConfirm } from '../../simulator/wire/payment-page.js';
import { postPaymentPage, type PaymentPageReply } from '../../simulator/wire/post-payment-page.js';
import type { UnitPlan } from './plan-unit.js';
import type { Visit } from './plan-visit.js';

const ORIGIN = 'https://traffic.example';
const CUSTOMER_HEADER = 'x-traffic-customer';
const SEATS = { quantity: { min: 1, max: 500 } };

/** What is sold, as in the demo's shop. */
const CATALOG = {
  pro_monthly: { unit_amount: 875, recurring: { interval: 'month' } },
  pro_yearly: { unit_amount: 8700, recurring: { interval: 'year' } },
} as const;

/** Where traffic goes. */
export interface TrafficPlace {
  /** The simulator's `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Speaks to that simulator with the account's secret key. */
  readonly stripe: Stripe;
  /** Sets the account's clock, in milliseconds; null lets it run again. */
  readonly setTime: (ms: number | null) => void;
}

/** Who asks to open a session, and which one they have. */
export interface Opening {
  readonly customer: string | null;
  /** Names the purchase, as the browser's ledger does. */
  readonly key: string;
  readonly resume: string | null;
}

/** An open session as its page sees it. */
export interface OpenPage {
  readonly id: string;
  readonly clientSecret: string;
  /** The form asks for the email, so paying must bring it. */
  readonly email: 'ask' | 'known';
}

/** The shop. Everything it does happens at the time the account's clock shows. */
export interface TrafficShop {
  readonly createCustomer: (unit: UnitPlan) => Promise<string>;
  readonly open: (unit: UnitPlan, visit: Visit, experiment: string, opening: Opening) => Promise<OpenPage>;
  readonly init: (page: OpenPage) => Promise<PaymentPageReply>;
  /** Tells the server that the other form is shown from now on. */
  readonly tellSwitch: (page: OpenPage, customer: string | null) => Promise<void>;
  readonly confirm: (page: OpenPage, body: PaymentPageConfirm) => Promise<PaymentPageReply>;
  readonly answer: (page: OpenPage, body: PaymentPageAuthenticate) => Promise<PaymentPageReply>;
}

/** Opens the shop: makes the prices that the account does not have. */
export async function openTrafficShop(place: TrafficPlace, account: string): Promise<TrafficShop> {
  await seedCatalog(place.stripe);
  const server = createCheckoutServer({
    stripe: place.stripe,
    origins: [ORIGIN],
    prices: { pro_monthly: SEATS, pro_yearly: SEATS },
    customer: (request) => {
      const id = request.headers.get(CUSTOMER_HEADER);
      return id === null ? null : { id };
    },
  });
  const send = (page: OpenPage, route: '/init' | '/confirm' | '/authenticate', body: object) => {
    const credentials = { key: `pk_test_${account}`, clientSecret: page.clientSecret, sessionId: page.id };
    return postPaymentPage(ORIGIN, credentials, route, body, place.fetch);
  };
  return {
    createCustomer: async ({ unit }) =>
      (await place.stripe.customers.create({ name: unit, email: `billing@${unit.toLowerCase()}.example` })).id,
    open: async (unit, visit, experiment, opening) => {
      const response = await server.fetch(toOpening(unit, visit, experiment, opening));
      if (!response.ok) throw new Error(`The shop did not open a session: ${await response.text()}`);
      return toPage(checkoutSessionSchema.parse(await response.json()));
    },
    init: (page) => send(page, '/init', {}),
    tellSwitch: async (page, customer) => {
      const body = { contract: 1, change: 'experiment', switched: true };
      const response = await server.fetch(toRequest('PATCH', `/${page.id}`, { customer, body }));
      if (!response.ok) throw new Error(`The shop did not note the switch: ${await response.text()}`);
    },
    confirm: (page, body) => send(page, '/confirm', body),
    answer: (page, body) => send(page, '/authenticate', body),
  };
}

interface Asking {
  readonly customer: string | null;
  readonly body: object;
  readonly key?: string;
}

function toRequest(method: 'POST' | 'PATCH', path: string, { customer, body, key }: Asking): Request {
  return new Request(`${ORIGIN}/billing/sessions${path}`, {
    method,
    headers: {
      origin: ORIGIN,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(customer !== null && { [CUSTOMER_HEADER]: customer }),
    },
    body: JSON.stringify(body),
  });
}

function toOpening(unit: UnitPlan, visit: Visit, experiment: string, { customer, key, resume }: Opening): Request {
  const body = {
    contract: 1,
    kind: 'purchase',
    items: [{ price: unit.price, quantity: unit.seats }],
    experiment: {
      name: experiment,
      variant: visit.flow,
      unit: unit.unit,
      ...(visit.fallback && { fallback: true }),
      prefilled: unit.prefilled,
    },
    ...(resume !== null && { resume }),
  };
  return toRequest('POST', '', { customer, body, key });
}

function toPage(session: CheckoutSession): OpenPage {
  if (session.gateway !== 'checkout_session' || session.clientSecret === null)
    throw new Error(`Session ${session.id} cannot be paid.`);
  return { id: session.id, clientSecret: session.clientSecret, email: session.features.email };
}

async function seedCatalog(stripe: Stripe): Promise<void> {
  const { data: present } = await stripe.prices.list({ lookup_keys: Object.keys(CATALOG), active: true });
  const missing = Object.entries(CATALOG).filter(([key]) => !present.some(({ lookup_key: name }) => name === key));
  if (missing.length === 0) return;
  const { id: product } = await stripe.products.create({ name: 'Pro', unit_label: 'seat' });
  for (const [lookup_key, price] of missing) {
    await stripe.prices.create({ product, currency: 'usd', lookup_key, ...price });
  }
}
