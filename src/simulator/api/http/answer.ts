/** Makes responses with Stripe's headers. */
import { apiVersion } from '../api-version.js';
import type { ApiError } from './api-error.js';

export interface AnswerContext {
  readonly requestId: string;
  readonly version: string | null;
  readonly idempotencyKey: string | null;
  readonly replayed: boolean;
}

export function answer(status: number, body: string, context: AnswerContext): Response {
  const headers = new Headers({
    'content-type': 'application/json',
    'cache-control': 'no-cache, no-store',
    'request-id': context.requestId,
    'stripe-version': context.version ?? apiVersion,
  });
  if (context.idempotencyKey !== null) headers.set('idempotency-key', context.idempotencyKey);
  if (context.replayed) headers.set('idempotent-replayed', 'true');
  return new Response(body, { status, headers });
}

export const errorBody = (error: ApiError, requestId: string): string =>
  toJson({ error: { ...error.fields, request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}` } });

/** Indented, as Stripe's answers are: people read these. */
export const toJson = (value: object): string => JSON.stringify(value, null, 2);
