/** The one table of what a backend can say no with. */
import * as z from 'zod/mini';

/** What a code means to whoever meets it. */
export interface ProblemEntry {
  /** HTTP status the server answers with. */
  readonly status: number;
  /** Whether the same request may succeed later, unchanged. */
  readonly retry: boolean;
  /** English title of the problem, for developers. The customer's sentence comes from the message catalog, by code. */
  readonly title: string;
}

/** Every problem of the contract, by `area.reason`. */
export const PROBLEMS = {
  'request.malformed': { status: 400, retry: false, title: 'The body is not valid JSON.' },
  'request.content_type': { status: 415, retry: false, title: 'The body must be application/json.' },
  'request.invalid': { status: 422, retry: false, title: 'The body does not fit the contract.' },
  'request.too_large': { status: 413, retry: false, title: 'The body is too large.' },
  'request.origin_missing': { status: 403, retry: false, title: 'A changing request needs an Origin header.' },
  'request.origin_foreign': { status: 403, retry: false, title: 'This origin may not call this backend.' },
  'request.method': { status: 405, retry: false, title: 'This route has no such method.' },
  'request.not_found': { status: 404, retry: false, title: 'There is no such route.' },
  'request.key_missing': { status: 400, retry: false, title: 'POST /sessions needs an Idempotency-Key.' },
  'contract.unsupported': { status: 400, retry: false, title: 'This contract version is not supported.' },
  'kind.unsupported': { status: 422, retry: false, title: 'This backend does not open this kind of session.' },
  'price.unknown': { status: 422, retry: false, title: 'No active price has this key.' },
  'price.incompatible': { status: 422, retry: false, title: 'These prices cannot be bought together.' },
  'quantity.out_of_range': { status: 422, retry: false, title: 'The quantity is outside what may be bought.' },
  'customer.required': { status: 401, retry: false, title: 'This needs a known customer.' },
  'customer.already_subscribed': { status: 409, retry: false, title: 'The customer already has this subscription.' },
  'guard.refused': { status: 429, retry: true, title: 'The server refused to open a session.' },
  'session.not_found': { status: 404, retry: false, title: 'There is no such session for this caller.' },
  'session.closed': { status: 409, retry: false, title: 'The session can no longer be changed.' },
  'stripe.unavailable': { status: 503, retry: true, title: 'Stripe did not answer.' },
  'stripe.rejected': { status: 502, retry: false, title: 'Stripe refused what the server asked.' },
  'webhook.signature': { status: 400, retry: false, title: 'The webhook is not signed by Stripe.' },
  'server.busy': { status: 503, retry: true, title: 'The server cannot take this request now.' },
  'server.failed': { status: 500, retry: true, title: 'The server failed.' },
} as const satisfies Record<string, ProblemEntry>;

/** A reason from {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Whether a string is one of our codes. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** Schema of a problem as it travels (RFC 9457, `application/problem+json`). */
export const problemSchema = z.object({
  contract: z.number(),
  /** `urn:billing-checkout:problem:<code>`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One of {@link PROBLEMS}; an unknown one comes from a newer server. */
  code: z.string(),
  /** What to do about it, for developers. Never shown to customers, never a secret. */
  detail: z.optional(z.string()),
  /** Path of the field at fault, as `items.0.price`. */
  field: z.optional(z.string()),
  /** Stripe's request id, when Stripe was asked. */
  requestId: z.optional(z.string()),
});

/** A problem as it travels. */
export type Problem = z.infer<typeof problemSchema>;
