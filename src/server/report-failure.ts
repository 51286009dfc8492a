/** What the host's log hears of an answer of 500 and above. */
import { PROBLEMS, type ProblemCode } from '../contract/problems.js';
import type { Refusal } from './refusal.js';

/** A failed answer. Holds no key, no secret, no body. */
export interface Failure {
  /** The problem that the browser was told. */
  readonly code: ProblemCode;
  /** The answer's HTTP status: 500 and above. */
  readonly status: number;
  /** Method and path, without the query. */
  readonly route: string;
  /** What to do about it. */
  readonly detail: string | undefined;
  /** Stripe's request id, to look up in its request log. */
  readonly requestId: string | undefined;
  /** What was thrown, when it was neither Stripe nor the contract: the host's own functions, or a fault of ours. */
  readonly cause: unknown;
}

/** Says in one line what failed. */
export function logFailure(failure: Failure): void {
  const { code, route, detail, requestId, cause } = failure;
  console.error(`billing-checkout: ${code} at ${route}`, ...[detail, requestId, cause].filter((x) => x !== undefined));
}

/** Tells the log, when it is worth telling. A log that throws does not change the answer. */
export function reportFailure(
  refusal: Refusal,
  cause: unknown,
  request: Request,
  report: (failure: Failure) => void = logFailure,
): void {
  const { status } = PROBLEMS[refusal.code];
  if (status < 500 || refusal.facts.silent === true) return;
  const failure: Failure = {
    code: refusal.code,
    status,
    route: `${request.method} ${new URL(request.url).pathname}`,
    detail: refusal.facts.detail,
    requestId: refusal.facts.requestId,
    cause: refusal.code === 'server.failed' ? cause : undefined,
  };
  try {
    report(failure);
  } catch (error) {
    logFailure({ ...failure, cause: error });
  }
}
