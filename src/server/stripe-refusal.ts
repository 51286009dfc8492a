/** Turns what the official SDK throws into a refusal, without any of Stripe's sentences: they may quote keys. */
import { Refusal } from './refusal.js';

/** The parts of the SDK's errors we read. Told by `type`, for the host may have another copy of the SDK than ours. */
export interface StripeErrorLike extends Error {
  readonly type: string;
  readonly code?: string;
  readonly param?: string;
  readonly statusCode?: number;
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether the official SDK threw this. */
export const isStripeError = (error: unknown): error is StripeErrorLike =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('Stripe');

/**
 * Whether Stripe answered with the stored result of an earlier request. The SDK gives a plain object's headers on Node
 * and, whatever its types say, the platform's `Headers` with its fetch client.
 */
export function isReplayed(headers: Headers | Readonly<Record<string, string>> | undefined): boolean {
  const value = headers instanceof Headers ? headers.get('idempotent-replayed') : headers?.['idempotent-replayed'];
  return value === 'true';
}

const retryAfterOf = (error: StripeErrorLike): number => {
  const seconds = Number(error.headers?.['retry-after']);
  return Number.isInteger(seconds) && seconds > 0 ? Math.min(seconds, 60) : 2;
};

/** What the caller hears of an error of Stripe's. */
export function toStripeRefusal(error: StripeErrorLike): Refusal {
  const request = error.requestId === undefined ? {} : { requestId: error.requestId };
  const status = error.statusCode ?? 0;
  if (status === 409) return new Refusal('server.busy', { ...request, retryAfter: 1 });
  if (error.type === 'StripeConnectionError' || error.type === 'StripeRateLimitError' || status >= 500) {
    return new Refusal('stripe.unavailable', { ...request, retryAfter: retryAfterOf(error) });
  }
  if (error.type === 'StripeAuthenticationError' || error.type === 'StripePermissionError') {
    return new Refusal('stripe.rejected', { ...request, detail: 'Check the secret key that `stripe` was made with.' });
  }
  const where = error.param === undefined ? '' : ` at ${error.param}`;
  return new Refusal('stripe.rejected', {
    ...request,
    detail: `${error.code ?? error.type}${where}. The request log in Stripe's Dashboard has the rest.`,
  });
}
