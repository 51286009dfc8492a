/** The one table of what a backend can say no with. */
import * as z from 'zod/mini';
import { int } from './scalars.js';

/** What customers can be told, in kinds they can tell apart; names of the message catalog. */
export type ProblemSentence =
  /** The page or its server is set up wrong: only a developer can mend it. */
  | 'setup'
  | 'unreachable'
  | 'busy'
  | 'guarded'
  | 'alreadySubscribed'
  | 'quantity'
  | 'address'
  | 'signIn'
  | 'sessionOver'
  | 'invoiceUnknown'
  | 'invoiceVoid'
  | 'invoiceClosed'
  | 'subscriptionUnknown'
  | 'subscriptionEnded';

/** What a code means to whoever meets it. */
export interface ProblemEntry {
  /** HTTP status the server answers with. */
  readonly status: number;
  /** Whether the same request may succeed later, unchanged. */
  readonly retry: boolean;
  /** What the customer reads. */
  readonly sentence: ProblemSentence;
}

/** Every problem of the contract, by `area.reason`. */
export const PROBLEMS = {
  'request.malformed': { status: 400, retry: false, sentence: 'setup' },
  'request.content_type': { status: 415, retry: false, sentence: 'setup' },
  'request.invalid': { status: 422, retry: false, sentence: 'setup' },
  'request.too_large': { status: 413, retry: false, sentence: 'setup' },
  'request.too_slow': { status: 408, retry: true, sentence: 'unreachable' },
  'request.origin_missing': { status: 403, retry: false, sentence: 'setup' },
  'request.origin_foreign': { status: 403, retry: false, sentence: 'setup' },
  'request.method': { status: 405, retry: false, sentence: 'setup' },
  'request.not_found': { status: 404, retry: false, sentence: 'setup' },
  'request.key_missing': { status: 400, retry: false, sentence: 'setup' },
  'contract.unsupported': { status: 400, retry: false, sentence: 'setup' },
  'kind.unsupported': { status: 422, retry: false, sentence: 'setup' },
  'price.unknown': { status: 422, retry: false, sentence: 'setup' },
  'price.incompatible': { status: 422, retry: false, sentence: 'setup' },
  'quantity.out_of_range': { status: 422, retry: false, sentence: 'quantity' },
  'address.refused': { status: 422, retry: false, sentence: 'address' },
  'customer.required': { status: 401, retry: false, sentence: 'signIn' },
  'customer.already_subscribed': { status: 409, retry: false, sentence: 'alreadySubscribed' },
  'guard.refused': { status: 429, retry: true, sentence: 'guarded' },
  'session.not_found': { status: 404, retry: false, sentence: 'sessionOver' },
  'session.closed': { status: 409, retry: false, sentence: 'sessionOver' },
  'invoice.not_found': { status: 404, retry: false, sentence: 'invoiceUnknown' },
  'invoice.void': { status: 409, retry: false, sentence: 'invoiceVoid' },
  'invoice.uncollectible': { status: 409, retry: false, sentence: 'invoiceClosed' },
  'invoice.not_offered': { status: 422, retry: false, sentence: 'setup' },
  'subscription.not_found': { status: 404, retry: false, sentence: 'subscriptionUnknown' },
  'subscription.ended': { status: 409, retry: false, sentence: 'subscriptionEnded' },
  'stripe.unavailable': { status: 503, retry: true, sentence: 'busy' },
  'stripe.rejected': { status: 502, retry: false, sentence: 'setup' },
  'webhook.signature': { status: 400, retry: false, sentence: 'setup' },
  'server.busy': { status: 503, retry: true, sentence: 'busy' },
  'server.failed': { status: 500, retry: true, sentence: 'unreachable' },
} as const satisfies Record<string, ProblemEntry>;

/** A reason from {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS;

/**
 * Whether a string is one of our codes.
 *
 * @example
 * ```ts
 * import { isProblemCode, PROBLEMS } from 'billing-checkout/contract';
 *
 * // Whether it is worth asking again, for a client of your own.
 * export const mayRetry = (code: string): boolean => isProblemCode(code) && PROBLEMS[code].retry;
 *
 * console.log(mayRetry('request.too_slow'), mayRetry('price.unknown')); // true false
 * ```
 */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/**
 * Schema of a problem as it travels (RFC 9457, `application/problem+json`).
 *
 * @example
 * ```ts
 * import { problemSchema } from 'billing-checkout/contract';
 *
 * // What went wrong, in words for developers.
 * export async function explain(response: Response): Promise<string> {
 *   const problem = problemSchema.parse(await response.json());
 *   return `${problem.code}: ${problem.title} ${problem.detail ?? ''}`;
 * }
 * ```
 */
export const problemSchema = z.object({
  /** The version of the contract that the server speaks. */
  contract: z.number(),
  /** `urn:billing-checkout:problem:<code>`. */
  type: z.string(),
  /** What is wrong, for developers: the same for each problem of this code. */
  title: z.string(),
  /** The answer's HTTP status. */
  status: int,
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
