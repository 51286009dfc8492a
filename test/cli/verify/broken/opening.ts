/** Backends that open and tell the truth wrongly. */
import type Stripe from 'stripe';
import {
  answering,
  answeringJson,
  asking,
  askingJson,
  idOf,
  isJson,
  itemsOf,
  parse,
  problem,
  retold,
  reworded,
  routeOf,
  textOf,
  type Broken,
} from './broken.js';

const OPEN = 'POST /sessions';
const READ = 'GET /sessions/:id';

const isCheckout = (request: Request): boolean => idOf(request).startsWith('cs_');

/** The truth with other fields, about Checkout Sessions. */
const telling = (change: (truth: Readonly<Record<string, unknown>>) => object): Broken['build'] =>
  answeringJson(READ, (truth, request) => (isCheckout(request) ? { ...truth, ...change(truth) } : truth));

const madeUp = (session: Stripe.Checkout.Session): object => ({
  contract: 1,
  id: session.id,
  status: session.status,
  mode: session.mode,
  payment: null,
  amount: session.amount_total,
  currency: session.currency,
  attempt: null,
  decline: null,
  links: { invoice: null, receipt: null, verification: null },
  expectedAt: null,
  livemode: false,
});

export const OPENING_AND_TRUTH: readonly Broken[] = [
  {
    id: 'open.guest',
    does: 'forgets a feature in its answer',
    build: answeringJson(OPEN, ({ features, ...session }) => {
      const { taxId: _, ...others } = isJson(features) ? features : {};
      return { ...session, features: others };
    }),
  },
  {
    id: 'open.sold',
    does: 'sells two where one is asked for',
    build: askingJson(OPEN, (body) => {
      const [item, ...others] = itemsOf(body);
      return item?.['price'] === 'pro_monthly' && item['quantity'] === 1 && others.length === 0
        ? { ...body, items: [{ ...item, quantity: 2 }] }
        : body;
    }),
  },
  {
    id: 'open.known',
    does: 'takes everybody for a guest',
    build: asking((request) => retold(request, { headers: { 'x-customer': null } })),
  },
  {
    id: 'open.less',
    does: 'does not let a page ask for less',
    build: askingJson(OPEN, (body) => (body['savePayment'] === 'never' ? { ...body, savePayment: 'ask' } : body)),
  },
  {
    id: 'open.newer',
    does: 'refuses a newer contract',
    build: askingJson(OPEN, (body) => (Number(body['contract']) > 1 ? { ...body, contract: 1 } : body)),
  },
  {
    id: 'open.experiment',
    does: 'notes another variant than the one assigned',
    build: askingJson(OPEN, (body) => {
      const { experiment } = body;
      return isJson(experiment) ? { ...body, experiment: { ...experiment, variant: 'control' } } : body;
    }),
  },
  {
    id: 'open.unit',
    does: 'keeps the visitor’s own name',
    build: answering(async (answer, request, { stripe }) => {
      const experiment = routeOf(request) === OPEN && answer.ok ? parse(await request.text())?.['experiment'] : null;
      if (isJson(experiment)) {
        const { id } = (await answer.clone().json()) as { readonly id: string };
        await stripe.checkout.sessions.update(id, { metadata: { visitor: textOf(experiment, 'unit') } });
      }
      return answer;
    }),
  },
  {
    id: 'truth.open',
    does: 'tells amounts in dollars',
    build: telling(({ amount }) => ({ amount: Number(amount) / 100 })),
  },
  {
    id: 'truth.complete',
    does: 'tells what was known before the payment',
    build: telling(({ status }) => (status === 'complete' ? { status: 'open', payment: null } : {})),
  },
  {
    id: 'truth.declined',
    does: 'gives a purchase up when a card is declined',
    build: answeringJson(READ, async (truth, request, { stripe }) => {
      if (!isCheckout(request) || truth['status'] !== 'open' || truth['mode'] !== 'subscription') return truth;
      const [latest] = (await stripe.charges.list({ limit: 1 })).data;
      return latest?.status === 'failed' ? { ...truth, status: 'failed' } : truth;
    }),
  },
  {
    id: 'truth.decline_told',
    does: 'keeps a decline to itself',
    build: telling(() => ({ decline: null })),
  },
  {
    id: 'truth.unfinished',
    does: 'does not see that a bank is asking',
    build: telling(() => ({ attempt: null })),
  },
  {
    id: 'truth.expired',
    does: 'holds an expired session for open',
    build: telling(({ status }) => (status === 'expired' ? { status: 'open' } : {})),
  },
  {
    id: 'truth.unknown',
    does: 'fails when an id is no id',
    build: answering((answer, request) =>
      routeOf(request) === READ && idOf(request).length > 1000 ? problem(answer, 500, 'server.failed') : answer,
    ),
  },
  {
    id: 'truth.foreign',
    does: 'tells about every session of the account',
    build: answering(async (answer, request, { stripe }) => {
      if (routeOf(request) !== READ || answer.status !== 404 || !isCheckout(request)) return answer;
      const session = await stripe.checkout.sessions.retrieve(idOf(request)).catch(() => null);
      return session === null || session.metadata?.['billing_owner'] !== undefined
        ? answer
        : reworded(answer, madeUp(session), 200);
    }),
  },
];

/** Asks as the customer a session belongs to, whoever asks. */
export const asOwner = (route: string): Broken['build'] =>
  asking(async (request, _, { stripe }) => {
    if (routeOf(request) !== route || !isCheckout(request)) return request;
    const session = await stripe.checkout.sessions.retrieve(idOf(request)).catch(() => null);
    return typeof session?.customer === 'string'
      ? retold(request, { headers: { 'x-customer': session.customer } })
      : request;
  });
