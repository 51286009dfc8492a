/** Stripe's error envelope as something a handler can throw. */
import type { StripeErrorFields } from './error-fields.js';

export class ApiError extends Error {
  readonly status: number;
  readonly fields: StripeErrorFields;
  /** Validation failures never reach the endpoint, so an idempotency key does not store them. */
  readonly stage: 'validation' | 'execution';

  constructor(status: number, fields: StripeErrorFields, stage: 'validation' | 'execution' = 'execution') {
    super(fields.message);
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
    this.stage = stage;
  }
}

/** A request Stripe refuses because of what it says. */
export function invalidRequest(message: string, more: { code?: string; param?: string } = {}): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more });
}

/** A parameter this simulator knows of but does not act on: refused rather than ignored. */
export function notSimulated(param: string, what = `The parameter ${param}`): ApiError {
  return invalidRequest(`${what} is not simulated yet.`, { param });
}

const objectNames: Readonly<Record<string, string>> = {
  'checkout.session': 'checkout.session',
  payment_method: 'PaymentMethod',
  webhook_endpoint: 'webhook endpoint',
};

/** An id that names nothing in this account. A body parameter answers 400, a path 404. */
export function missingResource(object: string, id: string, param = 'id', status: 400 | 404 = 404): ApiError {
  const fields = {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${objectNames[object] ?? object}: '${id}'`,
    param,
    doc_url: 'https://docs.stripe.com/error-codes#resource-missing',
  } as const;
  return new ApiError(status, fields);
}
