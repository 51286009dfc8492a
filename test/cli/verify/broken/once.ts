/** Backends that lose count of purchases. */
import Stripe from 'stripe';
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { Build, Workshop } from '../support/verify-server.js';
import {
  answering,
  askingJson,
  parse,
  problem,
  retold,
  reworded,
  routeOf,
  textOf,
  withOptions,
  type Broken,
  type Json,
} from './broken.js';

const OPEN = 'POST /sessions';

const keyOf = (request: Request): string => request.headers.get('idempotency-key') ?? '';

interface Opening {
  readonly key: string;
  readonly asked: Json;
  readonly answer: Response;
  readonly json: Json;
}

/** Twists the answers to openings. `earlier`: the first answer to each key. */
function openings(
  twist: (opening: Opening, earlier: Opening | undefined, workshop: Workshop) => Response | Promise<Response>,
): Build {
  const first = new Map<string, Opening>();
  return answering(async (answer, request, workshop) => {
    if (routeOf(request) !== OPEN || !answer.ok) return answer;
    const asked = parse(await request.text()) ?? {};
    const json = parse(await answer.clone().text()) ?? {};
    const opening = { key: keyOf(request), asked, answer, json };
    const earlier = first.get(opening.key);
    if (earlier === undefined) first.set(opening.key, opening);
    return twist(opening, earlier, workshop);
  });
}

const sameItems = (one: Opening, other: Opening): boolean =>
  JSON.stringify(one.asked['items']) === JSON.stringify(other.asked['items']);

/** Gives a session out to whoever knows its id. */
const givenById = (isMeant: (owner: string) => boolean): Build =>
  answering(async (answer, request, { stripe }) => {
    const resume = routeOf(request) === OPEN && answer.ok ? textOf(parse(await request.text()), 'resume') : '';
    const json = parse(await answer.clone().text());
    if (resume === '' || textOf(json, 'id') === resume) return answer;
    const session = await stripe.checkout.sessions.retrieve(resume).catch(() => null);
    return session?.status === 'open' && isMeant(session.metadata?.['billing_owner'] ?? 'guest')
      ? reworded(answer, { ...json, id: session.id, clientSecret: session.client_secret }, 200)
      : answer;
  });

export const ONCE_AND_RESUME: readonly Broken[] = [
  {
    id: 'once.repeated',
    does: 'says 201 again for what was made before',
    build: openings(({ answer, asked, json }, earlier) =>
      earlier === undefined || asked['resume'] !== undefined ? answer : reworded(answer, json, 201),
    ),
  },
  {
    id: 'once.at_once',
    does: 'looks first and creates then, with two tabs in between',
    build: ({ options }) => {
      const { fetch } = createCheckoutServer(options);
      const running = new Map<string, number>();
      return async (request) => {
        const key = keyOf(request);
        const others = running.get(key) ?? 0;
        running.set(key, others + 1);
        // Pages of Stripe's have a lock of their own.
        const again = others > 0 && routeOf(request) === OPEN && !(await request.clone().text()).includes('hosted');
        try {
          return await fetch(
            again ? await retold(request, { headers: { 'idempotency-key': `${key}-${others}` } }) : request,
          );
        } finally {
          running.set(key, (running.get(key) ?? 1) - 1);
        }
      };
    },
  },
  {
    id: 'once.other_key',
    does: 'takes the next purchase for the one before',
    build: (workshop) => {
      const uses = new Map<string, number>();
      let before: { readonly key: string; readonly asked: string; readonly json: Json } | null = null;
      return answering(async (answer, request, { stripe }) => {
        const last = before;
        before = null;
        if (routeOf(request) !== OPEN || answer.status !== 201) return answer;
        const asked = await request.text();
        const json = parse(await answer.clone().text()) ?? {};
        uses.set(keyOf(request), (uses.get(keyOf(request)) ?? 0) + 1);
        before = { key: keyOf(request), asked, json };
        if (
          last?.asked !== asked ||
          last.key === keyOf(request) ||
          uses.get(last.key) !== 1 ||
          request.headers.has('x-customer')
        )
          return answer;
        const { status } = await stripe.checkout.sessions.retrieve(textOf(last.json, 'id'));
        return status === 'open' ? reworded(answer, last.json) : answer;
      })(workshop);
    },
  },
  {
    id: 'once.other_items',
    does: 'takes the same key with other items for a mistake',
    build: openings((opening, earlier) =>
      earlier === undefined || sameItems(opening, earlier) || opening.asked['resume'] !== undefined
        ? opening.answer
        : problem(opening.answer, 502, 'stripe.rejected'),
    ),
  },
  {
    id: 'once.paid',
    does: 'repeats its first answer after the payment',
    build: openings(({ answer, asked, json }, earlier) =>
      earlier !== undefined && asked['resume'] === undefined && json['status'] === 'complete'
        ? reworded(answer, earlier.json)
        : answer,
    ),
  },
  {
    id: 'once.expired',
    does: 'repeats its first answer after the session has expired',
    build: openings((opening, earlier) =>
      earlier !== undefined &&
      opening.answer.status === 201 &&
      sameItems(opening, earlier) &&
      opening.asked['resume'] === undefined
        ? reworded(opening.answer, earlier.json, 200)
        : opening.answer,
    ),
  },
  {
    id: 'resume.open',
    does: 'gives a session back without its secret',
    build: openings(({ answer, asked, json }) =>
      asked['resume'] === json['id'] && json['status'] === 'open'
        ? reworded(answer, { ...json, clientSecret: null })
        : answer,
    ),
  },
  {
    id: 'resume.complete',
    does: 'resumes a session that was paid as if it were open',
    build: openings(({ answer, asked, json }) =>
      asked['resume'] === json['id'] && json['status'] === 'complete'
        ? reworded(answer, { ...json, status: 'open' })
        : answer,
    ),
  },
  {
    id: 'resume.changed',
    does: 'does not look at the session that a browser has',
    build: askingJson(OPEN, ({ resume, ...body }) =>
      typeof resume === 'string' && resume.startsWith('cs_') && body['ui'] === undefined ? body : { ...body, resume },
    ),
  },
  {
    id: 'resume.expired',
    does: 'resumes what has expired',
    build: openings(async (opening, earlier, { stripe }) => {
      if (
        earlier === undefined ||
        opening.asked['ui'] !== undefined ||
        opening.asked['resume'] !== earlier.json['id'] ||
        !sameItems(opening, earlier)
      ) {
        return opening.answer;
      }
      const { status } = await stripe.checkout.sessions.retrieve(textOf(earlier.json, 'id'));
      return status === 'expired' ? reworded(opening.answer, earlier.json, 200) : opening.answer;
    }),
  },
  {
    id: 'resume.unknown',
    does: 'has no session for a browser with an unknown one',
    build: answering(async (answer, request) => {
      const resume = routeOf(request) === OPEN ? textOf(parse(await request.text()), 'resume') : '';
      return resume.includes('another_account') ? problem(answer, 404, 'session.not_found') : answer;
    }),
  },
  {
    id: 'resume.stranger',
    does: 'gives a guest’s session to whoever knows its id',
    build: givenById((owner) => owner === 'guest'),
  },
  {
    id: 'owner.resume',
    does: 'gives a customer’s session to whoever knows its id',
    build: givenById((owner) => owner !== 'guest'),
  },
  {
    id: 'trouble.lost',
    does: 'makes up another key when it asks Stripe again',
    build: withOptions(({ url, key }) => {
      const { hostname, port } = new URL(url);
      const client = Stripe.createFetchHttpClient(async (input, init) => {
        try {
          return await fetch(input, init);
        } catch {
          const headers = new Headers(init?.headers);
          headers.set('idempotency-key', crypto.randomUUID());
          return fetch(input, { ...init, headers });
        }
      });
      return {
        stripe: new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, httpClient: client }),
      };
    }),
  },
  {
    id: 'trouble.down',
    does: 'falls over when Stripe does',
    build: answering((answer, request) =>
      routeOf(request) === OPEN && answer.status === 503 ? problem(answer, 500, 'server.failed') : answer,
    ),
  },
  {
    id: 'trouble.read',
    does: 'guesses when Stripe cannot be asked',
    build: answering(async (answer, request) => {
      if (routeOf(request) !== 'GET /sessions/:id' || answer.status !== 503) return answer;
      return problem(answer, 404, 'session.not_found');
    }),
  },
  {
    id: 'open.hosted',
    does: 'opens its own form where a page of Stripe’s was asked for',
    build: askingJson(OPEN, ({ ui, ...body }) => (ui === 'hosted' ? body : { ...body, ui })),
  },
];
