/** What each problem is called, for developers. Servers send it; browsers read it there. */
import type { ProblemCode } from './problems.js';

/** English titles of the problems. The customer's sentence comes from the message catalog. */
export const PROBLEM_TITLES: Readonly<Record<ProblemCode, string>> = {
  'request.malformed': 'The body is not valid JSON.',
  'request.content_type': 'The body must be application/json.',
  'request.invalid': 'The body does not fit the contract.',
  'request.too_large': 'The body is too large.',
  'request.origin_missing': 'A changing request needs an Origin header.',
  'request.origin_foreign': 'This origin may not call this backend.',
  'request.method': 'This route has no such method.',
  'request.not_found': 'There is no such route.',
  'request.key_missing': 'POST /sessions needs an Idempotency-Key.',
  'contract.unsupported': 'This contract version is not supported.',
  'kind.unsupported': 'This backend does not open this kind of session.',
  'price.unknown': 'No active price has this key.',
  'price.incompatible': 'These prices cannot be bought together.',
  'quantity.out_of_range': 'The quantity is outside what may be bought.',
  'customer.required': 'This needs a known customer.',
  'customer.already_subscribed': 'The customer already has this subscription.',
  'guard.refused': 'The server refused to open a session.',
  'session.not_found': 'There is no such session for this caller.',
  'session.closed': 'The session can no longer be changed.',
  'stripe.unavailable': 'Stripe did not answer.',
  'stripe.rejected': 'Stripe refused what the server asked.',
  'webhook.signature': 'The webhook is not signed by Stripe.',
  'server.busy': 'The server cannot take this request now.',
  'server.failed': 'The server failed.',
};
