/** A no that must come before anything is made at Stripe. */
import type { ProblemCode } from '../../contract/problems.js';
import type { Answer } from './backend-client.js';
import { describe, refused } from './read-answer.js';
import type { Subject } from './subject.js';
import { check } from './verdict.js';

/** What can be paid. */
const MAKES = /^\/v1\/(?:checkout\/sessions|payment_intents|setup_intents|subscriptions|invoices)$/;

/** The answer must be a no with one of the codes, and nothing that can be paid may have been made for it. */
export async function refuses(
  { place }: Subject,
  answering: () => Promise<Answer>,
  ...codes: readonly [ProblemCode, ...ProblemCode[]]
): Promise<void> {
  const made = (): number => place.asked((method, path) => method === 'POST' && MAKES.test(path));
  const before = made();
  const answer = await answering();
  refused(answer, ...codes);
  check(made() === before, `${describe(answer)}, and still something to be paid was made at Stripe.`);
}
