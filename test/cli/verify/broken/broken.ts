/** What a deliberately broken backend is, and the tools it is made with: twists around our server. */
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { CheckoutServerOptions } from '../../../../src/server/options.js';
import type { Build, Workshop } from '../support/verify-server.js';

/** A backend that breaks one promise. */
export interface Broken {
  /** The case that catches it, and no other. */
  readonly id: string;
  /** What it does: `a backend that …`. */
  readonly does: string;
  readonly build: Build;
}

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object of a text; null where there is none. */
export function parse(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

/** Method and path below the endpoint, as `POST /sessions`; ids are `:id`. */
export const routeOf = ({ method, url }: Request): string =>
  `${method} ${new URL(url).pathname.replace(/^\/billing/, '').replace(/^(\/sessions\/)[^/]+/, '$1:id')}`;

/** The id in the path. */
export const idOf = ({ url }: Request): string => /\/sessions\/([^/]+)/.exec(url)?.[1] ?? '';

export const textOf = (json: Json | null, name: string): string => {
  const value = json?.[name];
  return typeof value === 'string' ? value : '';
};

/** The JSON object of a request as a page sends it; null for every other body. */
export async function jsonOf(request: Request): Promise<Json | null> {
  const bytes = await request.clone().arrayBuffer();
  // What is deep or huge is no page's.
  if (bytes.byteLength > 10_000) return null;
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** The request with another body, or other headers; null leaves one out. */
export async function retold(
  request: Request,
  change: { readonly body?: string; readonly headers?: Readonly<Record<string, string | null>> },
): Promise<Request> {
  const bare = request.method === 'GET' || request.method === 'OPTIONS';
  const body = change.body ?? (bare ? null : await request.clone().arrayBuffer());
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return new Request(request.url, { method: request.method, headers, body });
}

/** The answer with another body, or another status. Headers stay. */
export function reworded(answer: Response, body: object | string, status: number = answer.status): Response {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  if (status >= 200 && status < 300) headers.set('content-type', 'application/json');
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
}

/** A problem in the place of an answer. */
export function problem(answer: Response, status: number, code: string): Response {
  const type = `urn:billing-checkout:problem:${code}`;
  const response = reworded(answer, { contract: 1, type, title: 'No.', status, code }, status);
  response.headers.set('content-type', 'application/problem+json');
  return response;
}

/** The items of a body that are objects. */
export const itemsOf = ({ items }: Json): readonly Json[] => (Array.isArray(items) ? items.filter(isJson) : []);

/** A server with other options. */
export const withOptions =
  (change: (workshop: Workshop) => Partial<CheckoutServerOptions>): Build =>
  (workshop) =>
    createCheckoutServer({ ...workshop.options, ...change(workshop) }).fetch;

type Twist<In, Out> = (what: In, request: Request, workshop: Workshop) => Out | Promise<Out>;

/** Our server, asked something else than what was asked. */
export const asking =
  (twist: Twist<Request, Request>): Build =>
  (workshop) => {
    const { fetch } = createCheckoutServer(workshop.options);
    return async (request) => fetch(await twist(request, request, workshop));
  };

/** Our server, asked with another body on this route. Bodies that are no JSON stay as they are. */
export const askingJson = (route: string, twist: Twist<Json, Json>): Build =>
  asking(async (request, _, workshop) => {
    const body = routeOf(request) === route ? await jsonOf(request) : null;
    return body === null ? request : retold(request, { body: JSON.stringify(await twist(body, request, workshop)) });
  });

/** Our server, answering something else. */
export const answering =
  (twist: Twist<Response, Response>): Build =>
  (workshop) => {
    const { fetch } = createCheckoutServer(workshop.options);
    return async (request) => {
      const asked = request.clone();
      return twist(await fetch(request), asked, workshop);
    };
  };

/** Our server, answering good requests of this route with another body. */
export const answeringJson = (route: string, twist: Twist<Json, Json>): Build =>
  answering(async (answer, request, workshop) => {
    if (routeOf(request) !== route || !answer.ok) return answer;
    const json = parse(await answer.clone().text());
    return json === null ? answer : reworded(answer, await twist(json, request, workshop));
  });

/** Our server, asked again as somebody else where it has said no. */
export const withSecondTry =
  (fits: (code: string, request: Request) => boolean, again: (workshop: Workshop) => Build): Build =>
  (workshop) => {
    const first = createCheckoutServer(workshop.options).fetch;
    const second = again(workshop)(workshop);
    return async (request) => {
      const asked = request.clone();
      const answer = await first(request);
      if (answer.ok) return answer;
      return fits(textOf(parse(await answer.clone().text()), 'code'), asked) ? second(asked) : answer;
    };
  };
