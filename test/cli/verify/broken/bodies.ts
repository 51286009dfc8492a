/** Backends that take what they should refuse, or fall over it. */
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import {
  answering,
  asking,
  askingJson,
  isJson,
  parse,
  problem,
  retold,
  routeOf,
  textOf,
  withOptions,
  type Broken,
} from './broken.js';

const OPEN = 'POST /sessions';

const isChange = ({ method, url }: Request): boolean => method !== 'OPTIONS' && !url.endsWith('/webhooks');

export const TAKING_ANYTHING: readonly Broken[] = [
  {
    id: 'body.unknown_field',
    does: 'ignores fields it does not know',
    build: askingJson(OPEN, ({ verifyMood: _, ...body }) => body),
  },
  {
    id: 'body.contract',
    does: 'needs no version of the contract',
    build: askingJson(OPEN, (body) => ('contract' in body ? body : { ...body, contract: 1 })),
  },
  {
    id: 'body.old_contract',
    does: 'takes every version of the contract for its own',
    build: askingJson(OPEN, (body) => (body['contract'] === 0 ? { ...body, contract: 1 } : body)),
  },
  {
    id: 'body.kind',
    does: 'takes everything for a purchase',
    build: askingJson(OPEN, (body) => ('kind' in body ? body : { ...body, kind: 'purchase' })),
  },
  {
    id: 'body.json',
    does: 'fails when a body is no JSON',
    build: answering(async (answer, request) =>
      routeOf(request) === OPEN && (await request.text()) === 'hello' ? problem(answer, 500, 'server.failed') : answer,
    ),
  },
  {
    id: 'body.utf8',
    does: 'reads any bytes as text',
    build: asking(async (request) =>
      routeOf(request) === OPEN ? retold(request, { body: await request.clone().text() }) : request,
    ),
  },
  {
    id: 'body.deep',
    does: 'overflows',
    build: answering(async (answer, request) =>
      routeOf(request) === OPEN && (await request.text()).includes('[[[[[[[[')
        ? problem(answer, 500, 'server.failed')
        : answer,
    ),
  },
  { id: 'body.large', does: 'reads on for megabytes', build: withOptions(() => ({ bodyLimit: 10_000_000 })) },
  {
    id: 'body.garbage',
    does: 'ignores a session id that is none',
    build: askingJson(OPEN, ({ resume, ...body }) => (resume === 'pi_123' ? body : { ...body, resume })),
  },
  {
    id: 'key.missing',
    does: 'makes up a purchase key',
    build: asking((request) =>
      routeOf(request) !== OPEN || request.headers.has('idempotency-key')
        ? request
        : retold(request, { headers: { 'idempotency-key': crypto.randomUUID() } }),
    ),
  },
  {
    id: 'key.form',
    does: 'takes any purchase key',
    build: asking((request) =>
      request.headers.get('idempotency-key') === 'short'
        ? retold(request, { headers: { 'idempotency-key': 'not-so-short' } })
        : request,
    ),
  },
  {
    id: 'route.content_type',
    does: 'reads what a form of any page can send',
    build: asking((request) =>
      isChange(request) ? retold(request, { headers: { 'content-type': 'application/json' } }) : request,
    ),
  },
  {
    id: 'route.method',
    does: 'does not say which methods a route has',
    build: answering((answer) => {
      if (answer.status === 405) answer.headers.delete('allow');
      return answer;
    }),
  },
  {
    id: 'route.unknown',
    does: 'misses sessions where there are none',
    build: answering(async (answer) =>
      textOf(parse(await answer.clone().text()), 'code') === 'request.not_found'
        ? problem(answer, 404, 'session.not_found')
        : answer,
    ),
  },
  {
    id: 'origin.missing',
    does: 'needs no origin',
    build: asking((request, _, { options }) =>
      isChange(request) && !request.headers.has('origin')
        ? retold(request, { headers: { origin: options.origins[0] ?? '' } })
        : request,
    ),
  },
  {
    id: 'origin.foreign',
    does: 'compares how an origin begins',
    build: asking((request, _, { options }) => {
      const [origin = ''] = options.origins;
      return isChange(request) && request.headers.get('origin')?.startsWith(`${origin}.`) === true
        ? retold(request, { headers: { origin } })
        : request;
    }),
  },
  {
    id: 'origin.preflight',
    does: 'does not allow the header of the purchase key',
    build: answering((answer, request) => {
      if (request.method === 'OPTIONS') answer.headers.set('access-control-allow-headers', 'content-type');
      return answer;
    }),
  },
  {
    id: 'origin.foreign_preflight',
    does: 'lets any page ask',
    build: ({ options }) => {
      const { fetch } = createCheckoutServer(options);
      return async (request) => {
        const origin = request.headers.get('origin') ?? '';
        if (request.method !== 'OPTIONS') return fetch(request);
        const answer = await fetch(await retold(request, { headers: { origin: options.origins[0] ?? '' } }));
        answer.headers.set('access-control-allow-origin', origin);
        return answer;
      };
    },
  },
  {
    id: 'owner.guests',
    does: 'knows no such thing for guests',
    build: answering(async (answer) => {
      const refusal = answer.status === 401 ? parse(await answer.clone().text()) : null;
      return isJson(refusal) ? problem(answer, 404, 'session.not_found') : answer;
    }),
  },
];
