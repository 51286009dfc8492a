/** A shop whose customers come one after another, each into a variant: the data of reports. Time stands where it is put. */
import Stripe from 'stripe';
import { METADATA } from '../../src/contract/metadata.js';
import { toClientReference } from '../../src/contract/client-reference.js';
import { createSimulator } from '../../src/simulator/index.js';
import { toFormBody } from '../../src/simulator/wire/to-form-body.js';

export const DAY = 86_400;
/** Noon of a day, in Unix seconds. */
export const START = Date.UTC(2026, 9, 1, 12) / 1000;

export interface Visit {
  readonly unit: string;
  readonly variant: string;
  readonly experiment?: string | null;
  /** Days after {@link START}. */
  readonly day?: number;
  readonly mode?: 'payment' | 'subscription';
  readonly currency?: 'usd' | 'jpy';
  /** Cards tried one after another; seconds pass between them. None: the customer leaves. */
  readonly cards?: readonly string[];
  readonly customer?: string;
  readonly differs?: boolean;
  readonly fallback?: boolean;
  readonly switched?: boolean;
  /** Only `client_reference_id` tells the variant. */
  readonly bare?: boolean;
  /** Seconds between opening and the first card, and between cards. */
  readonly pause?: number;
  /** The assignment, said with other values. */
  readonly metadata?: Readonly<Record<string, string>>;
}

let markets = 0;

export async function openMarket() {
  const account = `market${String((markets += 1))}`;
  let now = START;
  const simulator = createSimulator({ now: () => now * 1000 });
  const requests: string[] = [];
  const stripe = new Stripe(`sk_test_${account}`, {
    httpClient: Stripe.createFetchHttpClient((input, init) => {
      requests.push(String(input));
      return simulator.fetch(new Request(input, init));
    }),
    telemetry: false,
  });
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  const price = async (currency: string, recurring: boolean): Promise<string> =>
    (
      await stripe.prices.create({
        product,
        currency,
        unit_amount: 1000,
        ...(recurring && { recurring: { interval: 'month' } }),
      })
    ).id;
  const prices = {
    usd: { payment: await price('usd', false), subscription: await price('usd', true) },
    jpy: { payment: await price('jpy', false), subscription: await price('jpy', true) },
  };

  async function visit(visit: Visit): Promise<string> {
    const { mode = 'payment', currency = 'usd', experiment = 'pages', pause = 60 } = visit;
    now = START + (visit.day ?? 0) * DAY;
    const assigned = experiment === null ? {} : toMetadata(visit, experiment);
    const carried = { metadata: { [METADATA.owner]: 'guest', ...assigned } };
    const session = await stripe.checkout.sessions.create({
      ui_mode: 'elements',
      mode,
      line_items: [{ price: prices[currency][mode], quantity: 1 }],
      ...(visit.customer !== undefined && { customer: visit.customer }),
      ...(visit.bare !== true && {
        ...carried,
        ...(mode === 'payment' ? { payment_intent_data: carried } : { subscription_data: carried }),
      }),
      ...(experiment !== null && {
        client_reference_id: toClientReference({ experiment, variant: visit.variant, unitHash: visit.unit }),
      }),
    });
    for (const number of visit.cards ?? []) {
      now += pause;
      await confirm(session, number, visit.customer === undefined);
    }
    return session.id;
  }

  async function confirm(session: Stripe.Checkout.Session, number: string, guest: boolean): Promise<void> {
    const call = (route: string, body: object) =>
      simulator.fetch(
        new Request(`https://stripe.example/v1/payment_pages/${session.id}${route}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: toFormBody({ key: `pk_test_${account}`, client_secret: session.client_secret, ...body }),
        }),
      );
    await call('/init', {});
    await call('/confirm', {
      expected_amount: session.amount_total,
      ...(guest && { email: 'guest@example.com' }),
      payment_method_data: { type: 'card', card: { number, exp_month: 12, exp_year: 2040, cvc: '123' } },
    });
  }

  return {
    stripe,
    simulator,
    requests,
    visit,
    /** As many units as asked, of which the first `paying` pay at once. */
    async visits(variant: string, units: number, paying: number, more: Partial<Visit> = {}): Promise<void> {
      for (let index = 0; index < units; index += 1) {
        const cards = index < paying ? [CARDS.good] : [];
        await visit({
          unit: `${variant.replaceAll(/\W/g, '')}${more.currency ?? ''}${more.day ?? 0}d${index}`,
          variant,
          cards,
          ...more,
        });
      }
    },
    customer: async (): Promise<string> => (await stripe.customers.create({ email: 'known@example.com' })).id,
    /** Answers the next requests for a list with "slow down". */
    limit: (times: number): void => {
      simulator.fault({ account, method: 'GET', path: '/v1/checkout/sessions', kind: 'status', status: 429, times });
    },
    now: () => new Date(now * 1000),
    /** Sets the clock to some days after {@link START}. */
    wait: (days: number): void => {
      now = START + days * DAY;
    },
  };
}

export const CARDS = {
  good: '4242424242424242',
  declined: '4000000000000002',
  insufficientFunds: '4000000000009995',
  blocked: '4100000000000019',
  challenged: '4000002760003184',
} as const;

const toMetadata = (visit: Visit, experiment: string): Record<string, string> => ({
  [METADATA.experiment]: experiment,
  [METADATA.variant]: visit.variant,
  [METADATA.unit]: visit.unit,
  [METADATA.differs]: String(visit.differs ?? true),
  [METADATA.fallback]: String(visit.fallback ?? false),
  [METADATA.switched]: String(visit.switched ?? false),
  ...visit.metadata,
});
