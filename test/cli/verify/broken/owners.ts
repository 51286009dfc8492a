/** Backends that do not look at who asks, and those that get invoices and subscriptions wrong. */
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { Build, Workshop } from '../support/verify-server.js';
import {
  answering,
  answeringJson,
  asking,
  askingJson,
  idOf,
  isJson,
  jsonOf,
  parse,
  problem,
  retold,
  routeOf,
  textOf,
  type Broken,
  type Json,
} from './broken.js';
import { asOwner } from './opening.js';

const OPEN = 'POST /sessions';
const READ = 'GET /sessions/:id';
const INVOICE = 'POST /sessions/:id/invoice';

/** Opens what is named as whoever it belongs to. */
const asItsCustomer = (kind: 'invoice' | 'subscription'): Build =>
  asking(async (request, _, { stripe }) => {
    if (routeOf(request) !== OPEN || request.headers.get('x-customer') === null) return request;
    const id = textOf(await jsonOf(request), kind);
    if (id === '') return request;
    const found = kind === 'invoice' ? stripe.invoices.retrieve(id) : stripe.subscriptions.retrieve(id);
    const customer = (await found.catch(() => null))?.customer;
    return typeof customer === 'string' ? retold(request, { headers: { 'x-customer': customer } }) : request;
  });

/** Everything may be paid by invoice, and nothing but yearly prices says so. */
const secretlyInvoicing =
  ({ stripe, options }: Workshop): Build =>
  () =>
    createCheckoutServer({ ...options, stripe, features: { payByInvoice: true } }).fetch;

const INVOICED: Json = {
  status: 'invoiced',
  payment: 'invoiced',
  links: { invoice: 'https://stripe.example/invoice', receipt: null, verification: null },
  expectedAt: 1_900_000_000,
};

/** Makes invoices beside sessions that stay open. */
const withoutLock: Build = ({ stripe, options }) => {
  const { fetch } = createCheckoutServer(options);
  const invoiced = new Set<string>();
  return async (request) => {
    const id = idOf(request);
    const route = routeOf(request);
    const body = route === INVOICE ? parse(await request.clone().text()) : null;
    const takes = body !== null && Object.keys(body).length === 4 && textOf(body, 'email').includes('@');
    const session = takes ? await stripe.checkout.sessions.retrieve(id).catch(() => null) : null;
    if (session !== null && session.amount_total === 1250) {
      if (!invoiced.has(id)) {
        invoiced.add(id);
        const { id: customer } = await stripe.customers.create({});
        await stripe.invoices.create({ customer, collection_method: 'send_invoice', days_until_due: 30 });
      }
    } else if (route !== READ || !invoiced.has(id)) return fetch(request);
    const truth = await fetch(new Request(request.url.replace('/invoice', ''), { headers: request.headers }));
    const told = parse(await truth.clone().text()) ?? {};
    return new Response(JSON.stringify({ ...told, ...INVOICED }), { headers: truth.headers });
  };
};

export const NOT_ASKING_WHO: readonly Broken[] = [
  {
    id: 'owner.own',
    does: 'knows customers only while they open',
    build: asking((request) =>
      routeOf(request) === READ && idOf(request).startsWith('cs_')
        ? retold(request, { headers: { 'x-customer': null } })
        : request,
    ),
  },
  { id: 'owner.truth', does: 'tells everybody about a session', build: asOwner(READ) },
  { id: 'owner.change', does: 'lets everybody change a session', build: asOwner('PATCH /sessions/:id') },
  { id: 'owner.invoice_route', does: 'lets everybody have a session invoiced', build: asOwner(INVOICE) },
  { id: 'owner.invoice', does: 'opens everybody’s invoices for everybody', build: asItsCustomer('invoice') },
  {
    id: 'owner.subscription',
    does: 'opens everybody’s subscriptions for everybody',
    build: asItsCustomer('subscription'),
  },
  {
    id: 'billing.invoice',
    does: 'tells an invoice’s total in dollars',
    build: answeringJson(OPEN, ({ summary, ...session }) => ({
      ...session,
      ...(isJson(summary) && { summary: { ...summary, total: Number(summary['total']) / 100 } }),
    })),
  },
  {
    id: 'billing.subscription',
    does: 'keeps the old method of a subscription',
    build: ({ stripe, options }) => {
      const { fetch } = createCheckoutServer(options);
      return async (request) => {
        const setup = routeOf(request) === READ && idOf(request).startsWith('seti_') ? idOf(request) : null;
        const intent = setup === null ? null : await stripe.setupIntents.retrieve(setup);
        const id = intent?.metadata?.['billing_subscription'];
        const before = id === undefined ? null : (await stripe.subscriptions.retrieve(id)).default_payment_method;
        const answer = await fetch(request);
        if (id !== undefined && typeof before === 'string') {
          await stripe.subscriptions.update(id, { default_payment_method: before });
        }
        return answer;
      };
    },
  },
  {
    id: 'billing.setup',
    does: 'takes a method that is kept for a payment',
    build: answeringJson(READ, (truth) => (truth['payment'] === 'none_due' ? { ...truth, payment: 'paid' } : truth)),
  },
  {
    id: 'billing.twice',
    does: 'has another word for what is bought already',
    build: answering((answer) => (answer.status === 409 ? problemOfTwice(answer) : answer)),
  },
  {
    id: 'invoice.made',
    does: 'has no page for its invoices',
    build: answering(async (answer, request) => {
      const truth = routeOf(request) === INVOICE && answer.ok ? parse(await answer.clone().text()) : null;
      return truth === null
        ? answer
        : new Response(
            JSON.stringify({ ...truth, links: { invoice: null, receipt: null, verification: null } }),
            answer,
          );
    }),
  },
  { id: 'invoice.lock', does: 'leaves a session open that was invoiced', build: withoutLock },
  {
    id: 'invoice.once',
    does: 'makes an invoice each time it is asked',
    build: answering(async (answer, request, { stripe }) => {
      if (routeOf(request) !== INVOICE || !answer.ok) return answer;
      const { id: customer } = await stripe.customers.create({});
      await stripe.invoices.create({ customer, collection_method: 'send_invoice', days_until_due: 30 });
      return answer;
    }),
  },
  {
    id: 'invoice.refused',
    does: 'makes invoices where it does not offer them',
    build: (workshop) => {
      const open = secretlyInvoicing(workshop)(workshop);
      const closed = createCheckoutServer(workshop.options).fetch;
      return (request) => (routeOf(request) === INVOICE ? open(request) : closed(request));
    },
  },
  {
    id: 'invoice.form',
    does: 'does not mind an amount on an invoice',
    build: askingJson(INVOICE, ({ amount: _, ...body }) => body),
  },
];

function problemOfTwice(answer: Response): Promise<Response> {
  return answer
    .clone()
    .json()
    .then((json: unknown) =>
      isJson(json) && json['code'] === 'customer.already_subscribed' ? problem(answer, 409, 'session.closed') : answer,
    );
}
