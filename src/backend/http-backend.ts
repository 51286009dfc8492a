/** Talks to the merchant's server over HTTP, as the contract says. */
import * as z from 'zod/mini';
import type { CheckoutError } from '../core/errors.js';
import type { Backend, Result } from '../core/ports.js';
import { refused, toReason } from '../core/result.js';
import { isProblemCode, problemSchema, PROBLEMS } from '../contract/problems.js';
import { invoicePath, sessionPath, SESSIONS } from '../contract/routes.js';
import { gatewaySchema, SESSION_SCHEMAS, type CheckoutSession } from '../contract/sessions.js';
import { truthSchema, type Truth } from '../contract/truth.js';

// A strict Content-Security-Policy forbids the `new Function` that zod would try.
z.config({ jitless: true });

/** How long one request may take. */
export const REQUEST_TIMEOUT_MS = 10_000;

/** How long the server may take to make an invoice: it asks Stripe for one thing after another. */
export const INVOICE_TIMEOUT_MS = 30_000;

/** Pauses before a request is sent again, where the server asks for none; every operation may be repeated by design of the contract. */
const RETRY_MS = [400, 1_600] as const;

/** The longest pause that a server may ask for (`Retry-After`): the customer is waiting. */
const MOST_RETRY_MS = 5_000;

/** What the host adds to each request: a bearer token, a captcha's answer. */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** Where the backend is. Read at each request, so that attributes stay live. */
export interface HttpBackendOptions {
  /** Where the backend is; read at each request. */
  readonly endpoint: () => string;
  /** What each request carries; read at each request. */
  readonly headers?: () => HeadersSource | undefined;
}

/** What is asked, and how its answer is read. */
interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly timeout?: number;
  readonly toValue: (json: unknown) => Result<T>;
}

/** What came back, and how many seconds the server wants to be left alone; 0 where it does not say. */
interface Answer<T> {
  readonly result: Result<T>;
  readonly wait: number;
}

/**
 * A backend over HTTP. Sends cookies; parses everything that comes back.
 *
 * @example
 * ```ts
 * import 'billing-checkout';
 * import { createHttpBackend } from 'billing-checkout/headless';
 *
 * const http = createHttpBackend({ endpoint: () => '/billing' });
 * const checkout = document.createElement('billing-checkout');
 * // Asks your server as ever, and tells how long an opening took.
 * checkout.backend = {
 *   ...http,
 *   open: async (request, key, signal) => {
 *     const from = performance.now();
 *     const answer = await http.open(request, key, signal);
 *     console.log(answer.ok, performance.now() - from);
 *     return answer;
 *   },
 * };
 * ```
 */
export function createHttpBackend(options: HttpBackendOptions): Backend {
  const send = <T>(call: Call<T>, signal: AbortSignal): Promise<Result<T>> =>
    withRetries(() => request(options, call, signal), signal);
  return {
    open: (body, key, signal) => send({ method: 'POST', path: SESSIONS, body, key, toValue: toSession }, signal),
    read: (id, signal) => send({ method: 'GET', path: sessionPath(id), toValue: toTruth }, signal),
    change: (id, body, signal) => send({ method: 'PATCH', path: sessionPath(id), body, toValue: toTruth }, signal),
    // Sent once: after an answer that is lost the truth is asked.
    payByInvoice: async (id, body, signal) => {
      const call = {
        method: 'POST',
        path: invoicePath(id),
        body,
        timeout: INVOICE_TIMEOUT_MS,
        toValue: toTruth,
      } as const;
      return (await request(options, call, signal)).result;
    },
  };
}

async function request<T>(
  { endpoint, headers }: HttpBackendOptions,
  { method, path, body, key, timeout: ms = REQUEST_TIMEOUT_MS, toValue }: Call<T>,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, ms);
  const over = AbortSignal.any([signal, timeout.signal]);
  try {
    const sent = await readHeaders(headers?.(), over);
    sent.set('accept', 'application/json');
    if (body) sent.set('content-type', 'application/json');
    if (key) sent.set('idempotency-key', key);
    const response = await fetch(endpoint().replace(/\/$/, '') + path, {
      method,
      headers: sent,
      credentials: 'include',
      cache: 'no-store',
      signal: over,
      ...(body != null && { body: JSON.stringify(body) }),
    });
    const json: unknown = await response.json().catch((cause: unknown) => {
      // Not JSON is an answer, if not of ours; a connection that breaks in the middle is none.
      if (!(cause instanceof SyntaxError)) throw cause;
    });
    return {
      result: response.ok ? toValue(json) : toProblem(json, response.status),
      wait: Number(response.headers.get('retry-after')) || 0,
    };
  } catch (cause) {
    return { result: toNetworkError(cause, timeout.signal.aborted), wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** What the host adds. Its function may take as long as the request may. */
async function readHeaders(source: HeadersSource | undefined, over: AbortSignal): Promise<Headers> {
  try {
    return new Headers(typeof source === 'function' ? await untilOver(source(), over) : source);
  } catch (cause) {
    throw new Error(`headers failed: ${toReason(cause)}`, { cause });
  }
}

const untilOver = <T>(value: T | Promise<T>, over: AbortSignal): Promise<T> =>
  Promise.race([
    value,
    new Promise<never>((_, reject) => {
      over.addEventListener('abort', () => {
        reject(new Error('no answer'));
      });
    }),
  ]);

function parse<T>(schema: z.ZodMiniType<T>, json: unknown): Result<T> {
  const { data, error } = schema.safeParse(json);
  if (!error) return { ok: true, value: data };
  return unreadable(
    `The backend's answer does not fit the contract at "${error.issues[0]?.path.join('.') || 'body'}".`,
  );
}

const toTruth = (json: unknown): Result<Truth> => parse(truthSchema, json);

function toSession(json: unknown): Result<CheckoutSession> {
  const told = parse(gatewaySchema, json);
  return told.ok ? parse<CheckoutSession>(SESSION_SCHEMAS[told.value.gateway], json) : told;
}

function toProblem(json: unknown, status: number): Result<never> {
  const { data } = problemSchema.safeParse(json);
  if (!data) {
    const hint = `The backend answered ${String(status)} without a problem of the contract.`;
    // What stands before it could not reach it.
    return status === 502 || status === 503 || status === 504 ? refused('network.failed', hint) : unreadable(hint);
  }
  const { code, title, detail = title, field, requestId } = data;
  if (!isProblemCode(code)) return unreadable(`The backend answered with the unknown problem "${code}".`);
  const hint = field ? `${field}: ${detail}` : detail;
  return { ok: false, error: { code, hint, ...(requestId && { requestId }) }, problem: data };
}

const unreadable = (hint: string): Result<never> => refused('backend.unreadable', hint);

function toNetworkError(cause: unknown, timedOut: boolean): Result<never> {
  if (timedOut) return refused('network.timeout', 'The backend did not answer in time.');
  // Outside a browser nobody knows.
  if (typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine)
    return { ok: false, error: { code: 'network.offline' } };
  return refused('network.failed', `${toReason(cause)}. Check endpoint, CORS origins and credentials.`);
}

/** Sends again what may be sent again: lost answers, and problems whose table entry says so. */
async function withRetries<T>(send: () => Promise<Answer<T>>, signal: AbortSignal): Promise<Result<T>> {
  let { result, wait } = await send();
  for (const ms of RETRY_MS) {
    if (result.ok || signal.aborted || !mayRetry(result.error)) break;
    await pause(Math.min(wait * 1_000, MOST_RETRY_MS) || ms, signal);
    ({ result, wait } = await send());
  }
  return result;
}

const mayRetry = ({ code }: CheckoutError): boolean =>
  code === 'network.failed' || (code !== 'guard.refused' && isProblemCode(code) && PROBLEMS[code].retry);

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
