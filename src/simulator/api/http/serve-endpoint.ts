/** One request from key to answer: who calls, what came of it, what the log says. */
import type { World } from '../state/world.js';
import { answer, errorBody } from './answer.js';
import { ApiError } from './api-error.js';
import type { Endpoint } from './endpoint.js';
import { parseForm } from './parse-form.js';
import { readCaller, readKey } from './read-key.js';
import { makeRequestId, runRequest } from './run-request.js';

export interface Incoming {
  readonly request: Request;
  readonly id: string;
  readonly subId: string;
}

export async function serveEndpoint(world: World, endpoint: Endpoint, incoming: Incoming): Promise<Response> {
  const { request, id, subId } = incoming;
  const url = new URL(request.url);
  const requestId = makeRequestId();
  const idempotencyKey = request.method === 'POST' ? request.headers.get('idempotency-key') : null;
  const context = { requestId, idempotencyKey, version: request.headers.get('stripe-version'), replayed: false };
  let accountName: string | null = null;
  let status: number | null = null;
  try {
    const body = request.method === 'POST' ? await request.text() : '';
    const input = { ...parseForm(url.search.slice(1)), ...parseForm(body) };
    const key = readKey(request.headers.get('authorization'), input['key']);
    if (endpoint.caller === 'browser') delete input['key'];
    accountName = readCaller(key, endpoint.caller).account;
    checkIdempotencyKey(idempotencyKey);
    const run = { endpoint, accountName, input, requestId, idempotencyKey, url, id, subId, signal: request.signal };
    const { result, replayed } = await runRequest(world, run);
    status = result.status;
    return answer(status, result.body, { ...context, replayed });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    status = error.status;
    return answer(status, errorBody(error, requestId), context);
  } finally {
    const entry = { method: request.method, path: url.pathname, account: accountName, status };
    world.log.push({ time: world.now(), ...entry, request_id: requestId, idempotency_key: idempotencyKey });
  }
}

function checkIdempotencyKey(key: string | null): void {
  if (key === null || (key.length > 0 && key.length <= 255)) return;
  const message = 'Idempotency keys must be between 1 and 255 characters long.';
  throw new ApiError(400, { type: 'idempotency_error', message }, 'validation');
}
