/** Backends whose pages of Stripe's lead to two payments, or to somebody else. */
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { Build } from '../support/verify-server.js';
import {
  answering,
  asking,
  askingJson,
  jsonOf,
  parse,
  retold,
  routeOf,
  textOf,
  type Broken,
  type Json,
} from './broken.js';

const OPEN = 'POST /sessions';

/** The body of an opening that asks for a page in the place of a session. */
async function askedForPage(request: Request): Promise<Json | null> {
  const body = routeOf(request) === OPEN ? await jsonOf(request) : null;
  return body !== null && textOf(body, 'ui') === 'hosted' && textOf(body, 'resume') !== '' ? body : null;
}

const keyOf = (request: Request): string => request.headers.get('idempotency-key') ?? '';

/** Gives the page to whoever comes back from it. */
const keepsPage: Build = ({ options }) => {
  const { fetch } = createCheckoutServer(options);
  const pages = new Set<string>();
  return async (request) => {
    const body = routeOf(request) === OPEN ? await jsonOf(request) : null;
    const again = body !== null && pages.has(textOf(body, 'resume'));
    const answer = await fetch(
      again ? await retold(request, { body: JSON.stringify({ ...body, ui: 'hosted' }) }) : request,
    );
    const json = parse(await answer.clone().text());
    if (textOf(json, 'gateway') === 'hosted') pages.add(textOf(json, 'id'));
    return answer;
  };
};

export const PAGES: readonly Broken[] = [
  {
    id: 'hosted.lock',
    does: 'makes the page beside the session',
    build: asking(async (request) => {
      const body = await askedForPage(request);
      if (body === null) return request;
      const { resume: _, ...rest } = body;
      return retold(request, {
        body: JSON.stringify(rest),
        headers: { 'idempotency-key': `${keyOf(request)}-page` },
      });
    }),
  },
  {
    id: 'hosted.once',
    does: 'makes another page when it is asked again',
    build: answering(async (answer, request, { options }) => {
      const body = await askedForPage(request);
      if (body === null || answer.status !== 200) return answer;
      const { fetch } = createCheckoutServer(options);
      const ask = async (change: Json, without?: 'ui'): Promise<Response> => {
        const asked = { ...body, ...change, ...(without && { ui: undefined }) };
        return fetch(await retold(request, { body: JSON.stringify(asked) }));
      };
      const page = parse(await answer.clone().text());
      const form = parse(await (await ask({ resume: textOf(page, 'id') }, 'ui')).text());
      return ask({ resume: textOf(form, 'id') });
    }),
  },
  { id: 'hosted.back', does: 'gives the page to the form', build: keepsPage },
  {
    id: 'hosted.origin',
    does: 'looks at no return address',
    build: askingJson(OPEN, ({ returnUrl: _, ...body }) => body),
  },
];
