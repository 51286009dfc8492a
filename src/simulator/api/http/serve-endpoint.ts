/** One request from key to answer: who calls, what came of it, what the log says. */
import { apiVersion } from '../api-version.js';
import type { World } from '../state/world.js';
import { answer, errorBody } from './answer.js';
import { ApiError } from './api-error.js';
import type { Endpoint } from './endpoint.js';
import { ConnectionReset } from './faults.js';
import { parseForm } from './parse-form.js';
import { writeLog } from './request-log.js';
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
    const caller = readCaller(key, endpoint.caller);
    if (caller.kind === 'browser') delete input['key'];
    accountName = caller.account;
    checkHeaders(request.headers, idempotencyKey);
    const run = {
      endpoint,
      accountName,
      caller: caller.kind,
      input,
      requestId,
      idempotencyKey,
      url,
      id,
      subId,
      signal: request.signal,
    };
    const { result, replayed } = await runRequest(world, run);
    status = result.status;
    return answer(status, result.body, { ...context, replayed });
  } catch (error) {
    if (error instanceof ConnectionReset) throw error;
    const refusal = error instanceof ApiError ? error : failure(error);
    status = refusal.status;
    return answer(status, errorBody(refusal, requestId), context);
  } finally {
    const entry = { method: request.method, path: url.pathname, account: accountName, status };
    writeLog(world.log, {
      time: world.now(accountName),
      ...entry,
      request_id: requestId,
      idempotency_key: idempotencyKey,
    });
  }
}

/** A mistake of the simulator's own: said as such, so that nobody looks for it in the network. */
const failure = (error: unknown): ApiError =>
  new ApiError(500, { type: 'api_error', message: `The simulator failed: ${String(error)}` }, 'validation');

function checkHeaders(headers: Headers, key: string | null): void {
  const refuse = (type: 'idempotency_error' | 'invalid_request_error', message: string): ApiError =>
    new ApiError(400, { type, message }, 'validation');
  if (key !== null && (key.length === 0 || key.length > 255)) {
    throw refuse('idempotency_error', 'Idempotency keys must be between 1 and 255 characters long.');
  }
  if (headers.has('stripe-account')) throw refuse('invalid_request_error', 'Stripe-Account is not simulated yet.');
  const version = headers.get('stripe-version');
  // Other trains answer in other shapes: playing them with this one's would prove nothing.
  if (version !== null && !version.endsWith('.endive')) {
    throw refuse('invalid_request_error', `API version ${version} is not simulated, only ${apiVersion} is.`);
  }
}
