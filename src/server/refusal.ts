/** A no to the caller: thrown anywhere in the server, answered as a problem. */
import { CONTRACT_VERSION } from '../contract/version.js';
import { PROBLEM_TITLES } from '../contract/problem-titles.js';
import { PROBLEMS, type Problem, type ProblemCode } from '../contract/problems.js';

/** What a refusal may add to its code. */
export interface RefusalFacts {
  /** What to do about it, for developers. Never a secret. */
  readonly detail?: string;
  /** Path of the field at fault. */
  readonly field?: string;
  /** Stripe's request id. */
  readonly requestId?: string;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter?: number;
  /** The log has heard of it already. */
  readonly silent?: boolean;
  /** Methods the route has. */
  readonly allow?: string;
}

/** Ends a request with a problem of the contract's table. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly facts: RefusalFacts;

  constructor(code: ProblemCode, facts: RefusalFacts = {}) {
    super(`${code}${facts.detail === undefined ? '' : `: ${facts.detail}`}`);
    this.code = code;
    this.facts = facts;
  }
}

/** The refusal as it travels (RFC 9457). */
export function toProblem({ code, facts }: Refusal): Problem {
  return {
    contract: CONTRACT_VERSION,
    type: `urn:billing-checkout:problem:${code}`,
    title: PROBLEM_TITLES[code],
    status: PROBLEMS[code].status,
    code,
    ...(facts.detail !== undefined && { detail: facts.detail }),
    ...(facts.field !== undefined && { field: facts.field }),
    ...(facts.requestId !== undefined && { requestId: facts.requestId }),
  };
}

/** The answer that carries the refusal. */
export function toProblemResponse(refusal: Refusal): Response {
  const { retryAfter, allow } = refusal.facts;
  return new Response(JSON.stringify(toProblem(refusal)), {
    status: PROBLEMS[refusal.code].status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(allow !== undefined && { allow }),
    },
  });
}
