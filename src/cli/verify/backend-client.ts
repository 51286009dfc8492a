/** Sends plain HTTP to the backend under test, and remembers every answer. */
import { SESSIONS } from '../../contract/routes.js';
import { sendRequest, TimedOut } from './send-request.js';
import { Broken } from './verdict.js';

/** Longest wait for an answer: what a page of ours waits. Milliseconds. */
const MOST_MS = 10_000;

/** What a request is, where it is not what a page of ours would send. */
export interface Asking {
  /** Stripe id of the customer who is logged in; a guest without it. */
  readonly customer?: string | undefined;
  /** The purchase key; a new one unless given. */
  readonly key?: string;
  /** Headers beside or instead of a page's; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A request. */
export interface Ask extends Asking {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS';
  /** Below the endpoint. */
  readonly path: string;
  /** Objects are sent as JSON, texts and bytes as they are. */
  readonly body?: object | string | Uint8Array;
}

/** An answer, and what it answers. */
export interface Answer {
  readonly method: Ask['method'];
  readonly path: string;
  /** Origin it was asked from; null without one. */
  readonly origin: string | null;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the text is no JSON. */
  readonly json: unknown;
}

/** How known customers are named: a header whose value has `{customer}` where their id belongs. */
export interface CustomerHeader {
  readonly name: string;
  readonly value: string;
}

/** Where the backend is, and from where it is asked. */
export interface BackendPlace {
  /** The endpoint, without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  readonly customerHeader: CustomerHeader | null;
}

/** Speaks to one backend. */
export interface BackendClient {
  /** Rejects with {@link Broken} when no answer comes. */
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** All answers, oldest first. */
  readonly transcript: readonly Answer[];
}

let keys = 0;

/** A purchase key that nobody has used. */
export const newKey = (): string => `verify-${crypto.randomUUID()}-${String((keys += 1))}`;

export function createBackendClient(place: BackendPlace): BackendClient {
  const transcript: Answer[] = [];
  return {
    transcript,
    ask: async (ask) => {
      const headers = toHeaders(place, ask);
      const answer = await send(place.url, ask, headers);
      transcript.push(answer);
      return answer;
    },
  };
}

function toHeaders(
  { origin, customerHeader }: BackendPlace,
  { method, path, body, key, customer, ...ask }: Ask,
): Headers {
  const headers = new Headers({ origin, accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (method === 'POST' && path === SESSIONS) headers.set('idempotency-key', key ?? newKey());
  if (customer !== undefined && customerHeader !== null) {
    headers.set(customerHeader.name, customerHeader.value.replaceAll('{customer}', customer));
  }
  for (const [name, value] of Object.entries(ask.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  return headers;
}

async function send(url: string, { method, path, body }: Ask, headers: Headers): Promise<Answer> {
  const sent = typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body;
  try {
    const received = await sendRequest({ url: url + path, method, headers, body: sent, most: MOST_MS });
    return { method, path, origin: headers.get('origin'), ...received, json: parse(received.text) };
  } catch (cause) {
    const reason = cause instanceof TimedOut ? 'within ten seconds' : `(${toReason(cause)})`;
    throw new Broken(`${method} ${shorten(path)} had no answer ${reason}.`, { cause });
  }
}

const toReason = (error: unknown): string => (error instanceof Error ? error.message : 'the connection broke');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Long paths are told by their beginning. */
export const shorten = (text: string, most = 80): string => (text.length > most ? `${text.slice(0, most)}…` : text);
