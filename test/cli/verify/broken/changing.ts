/** Backends that change sessions wrongly. */
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { Build } from '../support/verify-server.js';
import {
  answering,
  askingJson,
  idOf,
  isJson,
  itemsOf,
  parse,
  problem,
  reworded,
  routeOf,
  textOf,
  type Broken,
  type Json,
} from './broken.js';

const CHANGE = 'PATCH /sessions/:id';

const toReading = ({ url, headers }: Request): Request => new Request(url, { headers });

/** Answers some changes with the truth as it was before; `made` says whether the change is made at all. */
const withTruth =
  (fits: (body: Json) => boolean, made: boolean): Build =>
  ({ options }) => {
    const { fetch } = createCheckoutServer(options);
    return async (request) => {
      const body = routeOf(request) === CHANGE ? parse(await request.clone().text()) : null;
      if (body === null || !fits(body)) return fetch(request);
      const truth = await fetch(toReading(request));
      if (!made) return truth;
      const answer = await fetch(request);
      return answer.ok ? truth : answer;
    };
  };

/** Answers a refused change with the truth, as if it had been made. */
const nodding =
  (code: string, fits: (body: Json) => boolean = () => true): Build =>
  ({ options }) => {
    const { fetch } = createCheckoutServer(options);
    return async (request) => {
      const asked = request.clone();
      const answer = await fetch(request);
      if (routeOf(asked) !== CHANGE || answer.ok) return answer;
      const refused = textOf(parse(await answer.clone().text()), 'code') === code;
      return refused && fits(parse(await asked.clone().text()) ?? {}) ? fetch(toReading(asked)) : answer;
    };
  };

const first = (body: Json): Json => itemsOf(body)[0] ?? {};

export const CHANGING_WRONGLY: readonly Broken[] = [
  {
    id: 'change.quantity',
    does: 'answers a change with the total it had before',
    build: withTruth((body) => first(body)['price'] === 'pro_monthly' && body['change'] === 'items', true),
  },
  {
    id: 'change.price',
    does: 'keeps the price when another is wanted',
    build: withTruth((body) => first(body)['price'] === 'pro_yearly', false),
  },
  {
    id: 'change.details',
    does: 'forgets fields of the page',
    build: askingJson(CHANGE, ({ fields, ...body }) =>
      isJson(fields) && 'team' in fields ? body : { ...body, fields },
    ),
  },
  {
    id: 'change.taken_back',
    does: 'does not let anything be taken back',
    build: withTruth((body) => body['purchaseOrder'] === '', false),
  },
  {
    id: 'change.terms',
    does: 'forgets that the customer has agreed',
    build: askingJson(CHANGE, ({ terms: _, ...body }) => body),
  },
  {
    id: 'change.address',
    does: 'has rules about addresses and does not look at one',
    build: askingJson(CHANGE, ({ address: _, ...body }) => body),
  },
  {
    id: 'change.switched',
    does: 'forgets that another flow was shown',
    build: withTruth((body) => body['change'] === 'experiment', false),
  },
  {
    id: 'change.form',
    does: 'nods at changes it does not know',
    build: nodding('request.invalid', ({ change }) => change === 'owner'),
  },
  { id: 'change.closed', does: 'nods at changes of what was paid', build: nodding('session.closed') },
  {
    id: 'change.unknown',
    does: 'takes an unknown session for a mistake in the body',
    build: answering((answer, request) =>
      routeOf(request) === CHANGE && idOf(request) === 'cs_test_nobodys'
        ? problem(answer, 422, 'request.invalid')
        : answer,
    ),
  },
  {
    id: 'events.kept',
    does: 'answers events with something to read',
    build: answering((answer, request) =>
      answer.status === 204 && request.method === 'POST' ? reworded(answer, { kept: true }, 200) : answer,
    ),
  },
  {
    id: 'events.form',
    does: 'does not mind an email among events',
    build: askingJson('POST /events', ({ events, ...body }) => ({
      ...body,
      events: Array.isArray(events)
        ? events.map((event: unknown) => {
            const { email: _, ...others } = isJson(event) ? event : {};
            return others;
          })
        : events,
    })),
  },
];
