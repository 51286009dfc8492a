/** What a field of ours says of itself: late with complaints, quick to forgive. */
import { isRefused, type Facts } from '../core/facts.js';
import { isEmail } from '../contract/email.js';
import { fieldKey } from '../core/extra-fields.js';
import type { Messages } from '../core/messages.js';
import type { InvalidField } from '../core/state.js';
import type { Checkout } from '../headless/checkout.js';
import type { View } from './view.js';

/** The key of a field that stopped an attempt. */
export const toKey = ({ field, name }: InvalidField): string => (name === undefined ? field : fieldKey(name));

/** What is wrong with a field of ours as it is now, whether or not it is time to say so. */
export const toProblem = (checkout: Checkout, messages: Messages, key: string): string | null =>
  key === 'email' ? emailProblem(checkout.facts, messages) : checkout.problemOf(key);

function emailProblem(facts: Facts, { invalid, errors }: Messages): string | null {
  if (!isEmail(facts.email)) return invalid.email;
  // Without a sentence of Stripe's nothing is known to be wrong with it: it could not be told.
  return isRefused(facts) ? (facts.emailRefused?.message ?? errors.notMade) : null;
}

/** The marks of a snapshot. `stopped` are the fields that stopped the last attempt. */
export const toMark =
  (checkout: Checkout, messages: Messages, stopped: readonly InvalidField[]): View['mark'] =>
  (key) => {
    const { facts } = checkout;
    const problem = toProblem(checkout, messages, key);
    const left = facts.left.includes(key);
    const typed = key === 'email' ? facts.email : facts.typed[key];
    return {
      wrong: left || stopped.some((each) => toKey(each) === key) ? problem : null,
      good: left && problem === null && !!typed?.trim(),
    };
  };
