/** What a case works with: the backend, the local Stripe behind it, and a customer's usual steps. */
import type Stripe from 'stripe';
import { checkoutSessionSchema } from '../../contract/checkout-session.js';
import { sessionPath, SESSIONS } from '../../contract/routes.js';
import type { CheckoutSession } from '../../contract/sessions.js';
import { truthSchema, type Truth } from '../../contract/truth.js';
import type { Answer, Asking, BackendClient, BackendPlace } from './backend-client.js';
import { paySession, type CARDS, type Payment } from './pay-session.js';
import { read } from './read-answer.js';
import type { SimulatedStripe } from './simulated-stripe.js';
import type { SoldPrice } from './sold-price.js';
import { Broken, check, NotOffered } from './verdict.js';

/** What is known of the backend. */
export interface SubjectOptions extends BackendPlace {
  /** What it sells; at least one. */
  readonly prices: readonly [SoldPrice, ...SoldPrice[]];
  /** How many of each are bought. */
  readonly quantity: number;
  readonly webhookSecret: string;
}

/** The backend under test. */
export interface Subject extends Pick<BackendClient, 'ask' | 'transcript'> {
  readonly options: SubjectOptions;
  readonly place: SimulatedStripe;
  readonly stripe: Stripe;
  /** Asks to open a purchase of the first price, changed by `change`. */
  readonly post: (change?: object, asking?: Asking) => Promise<Answer>;
  /** Opens it, or breaks. */
  readonly open: (change?: object, asking?: Asking) => Promise<CheckoutSession>;
  /** Opens it and pays. */
  readonly buy: (change?: object, asking?: Asking) => Promise<CheckoutSession>;
  readonly pay: (session: CheckoutSession, card?: keyof typeof CARDS) => Promise<Payment>;
  readonly get: (id: string, asking?: Asking) => Promise<Answer>;
  readonly truth: (id: string, asking?: Asking) => Promise<Truth>;
  readonly patch: (id: string, change: object, asking?: Asking) => Promise<Answer>;
  /** Makes a customer who is logged in. Not offered without `--customer-header`. */
  readonly customer: () => Promise<string>;
  /** From now on: Checkout Sessions that were made, newest first. */
  readonly watch: () => Promise<() => Promise<readonly Stripe.Checkout.Session[]>>;
}

export function toSubject(client: BackendClient, place: SimulatedStripe, options: SubjectOptions): Subject {
  const { stripe } = place;
  const { ask, transcript } = client;
  const post = (change: object = {}, asking: Asking = {}): Promise<Answer> =>
    ask({ method: 'POST', path: SESSIONS, body: toPurchase(options, change), ...asking });
  const open = async (change?: object, asking?: Asking): Promise<CheckoutSession> =>
    read<CheckoutSession>(checkoutSessionSchema, await post(change, asking), [200, 201]);
  const pay = (session: CheckoutSession, card?: keyof typeof CARDS): Promise<Payment> =>
    paySession(place, session, card);
  const get = (id: string, asking: Asking = {}): Promise<Answer> =>
    ask({ method: 'GET', path: sessionPath(id), ...asking });
  return {
    options,
    place,
    stripe,
    ask,
    transcript,
    post,
    open,
    pay,
    get,
    buy: async (change, asking) => {
      const session = await open(change, asking);
      const { outcome } = await pay(session);
      check(outcome === 'paid', `A good card was ${outcome}.`);
      return session;
    },
    truth: async (id, asking) => read(truthSchema, await get(id, asking)),
    patch: (id, change, asking = {}) =>
      ask({ method: 'PATCH', path: sessionPath(id), body: { contract: 1, ...change }, ...asking }),
    customer: async () => {
      if (options.customerHeader === null) throw new NotOffered('No --customer-header says who is logged in.');
      return (await stripe.customers.create({ name: 'Ada Lovelace', email: 'ada@example.com' })).id;
    },
    watch: async () => {
      const [newest] = (await stripe.checkout.sessions.list({ limit: 1 })).data;
      return async () =>
        (
          await stripe.checkout.sessions.list({
            limit: 100,
            ...(newest !== undefined && { ending_before: newest.id }),
          })
        ).data;
    },
  };
}

const toPurchase = ({ prices: [first], quantity }: SubjectOptions, change: object): object => ({
  contract: 1,
  kind: 'purchase',
  items: [{ price: first.key, quantity }],
  ...change,
});

/** Sessions that can still be paid. */
export const openOnes = (sessions: readonly Stripe.Checkout.Session[]): readonly string[] =>
  sessions.filter(({ status }) => status === 'open').map(({ id }) => id);

/** The Checkout Session at Stripe, with its lines. Not offered where a purchase is an intent. */
export async function readAtStripe({ stripe }: Subject, session: CheckoutSession): Promise<Stripe.Checkout.Session> {
  if (session.gateway !== 'checkout_session') {
    throw new NotOffered(`A purchase is no Checkout Session here (gateway ${session.gateway}).`);
  }
  try {
    return await stripe.checkout.sessions.retrieve(session.id, { expand: ['line_items'] });
  } catch {
    throw new Broken(`The local Stripe has no session ${session.id}.`);
  }
}

/** What a session sells: `pro_monthly × 3`. */
export const toLines = ({ line_items: lines }: Stripe.Checkout.Session): string =>
  (lines?.data ?? [])
    .map(({ price, quantity }) => `${price?.lookup_key ?? price?.id ?? 'nothing'} × ${quantity ?? 1}`)
    .sort()
    .join(', ');
