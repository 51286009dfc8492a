/** Backends that believe too much of what comes to their webhook, or too little. */
import { signPayload } from '../../../../src/simulator/api/events/sign-payload.js';
import { WEBHOOK_SECRET } from '../support/verify-server.js';
import { answering, asking, parse, problem, retold, routeOf, textOf, withOptions, type Broken } from './broken.js';

const HOOK = 'POST /webhooks';
const signatureOf = ({ headers }: Request): string => headers.get('stripe-signature') ?? '';
const now = (): number => Math.floor(Date.now() / 1000);

/** The request, signed as if Stripe had sent it now. */
async function signed(request: Request, body: string): Promise<Request> {
  return retold(request, { body, headers: { 'stripe-signature': await signPayload(body, WEBHOOK_SECRET, now()) } });
}

const hooking = (twist: (request: Request, body: string) => Request | Promise<Request>): Broken['build'] =>
  asking(async (request) => (routeOf(request) === HOOK ? twist(request, await request.clone().text()) : request));

export const BELIEVING: readonly Broken[] = [
  {
    id: 'webhook.signed',
    does: 'asks Stripe for an origin',
    build: answering((answer, request) =>
      routeOf(request) === HOOK && !request.headers.has('origin')
        ? problem(answer, 403, 'request.origin_missing')
        : answer,
    ),
  },
  {
    id: 'webhook.raw',
    does: 'checks the signature of what it has parsed',
    build: hooking((request, body) => {
      const event = parse(body);
      return event === null ? request : retold(request, { body: JSON.stringify(event, null, 2) });
    }),
  },
  {
    id: 'webhook.unsigned',
    does: 'takes what has no signature',
    build: hooking((request, body) => (signatureOf(request) === '' ? signed(request, body) : request)),
  },
  {
    id: 'webhook.forged',
    does: 'knows a secret too many',
    build: withOptions(() => ({ webhookSecret: [WEBHOOK_SECRET, 'whsec_somebody_elses'] })),
  },
  {
    id: 'webhook.altered',
    does: 'does not look at a part of what was signed',
    build: hooking((request, body) => retold(request, { body: body.replace('"livemode": true', '"livemode": false') })),
  },
  {
    id: 'webhook.old',
    does: 'takes what was signed long ago',
    build: hooking(async (request, body) => {
      const [, time = ''] = /^t=(\d+),/.exec(signatureOf(request)) ?? [];
      const good = signatureOf(request) === (await signPayload(body, WEBHOOK_SECRET, Number(time)));
      return good ? signed(request, body) : request;
    }),
  },
  {
    id: 'webhook.twice',
    does: 'makes a customer for each event',
    build: answering(async (answer, request, { stripe }) => {
      if (routeOf(request) === HOOK && answer.ok) await stripe.customers.create({ name: 'Once more' });
      return answer;
    }),
  },
  {
    id: 'webhook.others',
    does: 'refuses events it does not know',
    build: answering(async (answer, request) =>
      routeOf(request) === HOOK && textOf(parse(await request.text()), 'type') === 'customer.created'
        ? problem(answer, 422, 'request.invalid')
        : answer,
    ),
  },
  {
    id: 'webhook.garbage',
    does: 'fails when an event is none',
    build: answering(async (answer, request) =>
      routeOf(request) === HOOK && (await request.text()) === 'not JSON'
        ? problem(answer, 500, 'server.failed')
        : answer,
    ),
  },
];
