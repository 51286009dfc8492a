/** Runs a request once: behind its idempotency key, alone on its object, with the faults asked for. */
import { expireSessions } from '../checkout/expire-sessions.js';
import { randomText } from '../state/make-id.js';
import { undoInsertions } from '../state/undo-insertions.js';
import type { AccountState, World } from '../state/world.js';
import { errorBody, toJson } from './answer.js';
import { ApiError } from './api-error.js';
import type { Endpoint } from './endpoint.js';
import { checkExpand, expandAll } from './expand.js';
import { ConnectionReset, type Fault } from './faults.js';
import type { StoredAnswer } from './idempotency.js';
import { parseParams } from './parse-params.js';

export interface Run {
  readonly endpoint: Endpoint;
  readonly accountName: string;
  readonly caller: 'server' | 'browser';
  readonly input: Record<string, unknown>;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  readonly url: URL;
  readonly id: string;
  readonly subId: string;
  /** Ends a hanging request when the caller leaves. */
  readonly signal: AbortSignal;
}

export async function runRequest(world: World, run: Run): Promise<{ result: StoredAnswer; replayed: boolean }> {
  const state = world.stateOf(run.accountName);
  const key = run.idempotencyKey;
  if (key === null) return { result: await execute(world, state, run, () => undefined), replayed: false };
  const fingerprint = JSON.stringify([run.endpoint.method, run.url.pathname, sortKeys(run.input)]);
  const stored = state.keys.begin(key, fingerprint);
  if (stored) return { result: stored, replayed: true };
  let kept = false;
  const keep = (result: StoredAnswer): void => {
    kept = true;
    state.keys.store(key, result);
  };
  try {
    return { result: await execute(world, state, run, keep), replayed: false };
  } finally {
    if (!kept) state.keys.release(key);
  }
}

async function execute(
  world: World,
  state: AccountState,
  run: Run,
  keep: (result: StoredAnswer) => void,
): Promise<StoredAnswer> {
  const fault = world.faults.take({ account: run.accountName, method: run.endpoint.method, path: run.url.pathname });
  const unlock = lock(state, run);
  try {
    const early = fault && !fault.after ? await act(world, fault, run) : null;
    // Stripe keeps its own 500s; an answer of a gateway before it (429, 503…) leaves the key free.
    if (early?.status === 500) keep(early);
    if (early) return early;
    const result = perform(state, run);
    keep(result);
    const late = fault?.after ? await act(world, fault, run) : null;
    if (late?.status === 500) keep(late);
    return late ?? result;
  } finally {
    unlock();
  }
}

function lock({ locks }: AccountState, { endpoint, url }: Run): () => void {
  if (!endpoint.exclusive) return () => undefined;
  const object = url.pathname.replace(/\/(confirm|authenticate)$/, '');
  if (locks.has(object)) {
    const message =
      'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate.';
    throw new ApiError(429, { type: 'invalid_request_error', code: 'lock_timeout', message }, 'validation');
  }
  locks.add(object);
  return () => locks.delete(object);
}

async function act(world: World, fault: Fault, run: Run): Promise<StoredAnswer | null> {
  switch (fault.kind) {
    case 'reset':
      throw new ConnectionReset();
    case 'delay':
      await world.wait(fault.delay_ms);
      return null;
    case 'hang':
      await new Promise<void>((resolve) => {
        if (run.signal.aborted) resolve();
        run.signal.addEventListener('abort', () => {
          resolve();
        });
      });
      throw new ConnectionReset();
    case 'status':
      return {
        status: fault.status,
        body: errorBody(faultError(fault.status), run.requestId),
        requestId: run.requestId,
      };
  }
}

function faultError(status: number): ApiError {
  if (status === 429) {
    const message =
      'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.';
    return new ApiError(status, { type: 'invalid_request_error', code: 'rate_limit', message });
  }
  const type = status >= 500 ? 'api_error' : 'invalid_request_error';
  return new ApiError(status, {
    type,
    message: 'An error occurred while processing your request (asked of the simulator).',
  });
}

/** The work itself, in one go: nothing else happens in between. Refusals of the endpoint are results, too. */
function perform({ account }: AccountState, run: Run): StoredAnswer {
  const { requestId, idempotencyKey, url } = run;
  account.request = { id: null, idempotency_key: null };
  account.origin = url.origin;
  expireSessions(account);
  account.flush();
  account.request = { id: requestId, idempotency_key: idempotencyKey };
  const params = parseParams(run.endpoint.schema, run.input) as { expand?: string[] };
  checkExpand(params.expand ?? []);
  const undo = undoInsertions(account);
  try {
    const { expand = [], ...rest } = params;
    const call = { account, params: rest, id: run.id, subId: run.subId, path: url.pathname, caller: run.caller };
    const body = structuredClone(run.endpoint.run(call));
    expandAll(account, body, expand);
    return { status: 200, body: toJson(body), requestId };
  } catch (error) {
    if (!(error instanceof ApiError) || !keeps(run.endpoint, error)) undo();
    if (!(error instanceof ApiError) || error.stage === 'validation') throw error;
    return { status: error.status, body: errorBody(error, requestId), requestId };
  } finally {
    account.flush();
  }
}

/** A declined payment leaves its intent and charge; what a server asked for and was refused otherwise leaves nothing. */
const keeps = ({ caller, keepsRefused }: Endpoint, { status }: ApiError): boolean =>
  keepsRefused && (caller !== 'server' || status === 402);

/** Parameters mean the same in any order. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

export const makeRequestId = (): string => `req_${randomText(14)}`;
