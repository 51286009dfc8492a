/** Walks a trace through the table of this version. */
import type { CheckoutInput } from '../../core/inputs.js';
import type { CheckoutState } from '../../core/state.js';
import { toEffectName, toTracedState } from '../../core/trace.js';
import { transition } from '../../core/transition.js';
import type { ReadTrace } from './trace-schema.js';

/** One input, what was recorded of it, and what this version's table makes of it. */
export interface WalkedStep {
  /** Milliseconds since the first input of the checkout. */
  readonly at: number;
  readonly input: CheckoutInput;
  readonly from: CheckoutState;
  /** As recorded. */
  readonly to: CheckoutState;
  /** As recorded. */
  readonly effects: readonly string[];
  /** What the table says, where it says something else. */
  readonly differs: { readonly to: CheckoutState; readonly effects: readonly string[] } | null;
}

/** A whole trace. */
export interface Walk {
  /** How many earlier inputs were no longer kept. */
  readonly missed: number;
  readonly start: CheckoutState;
  readonly steps: readonly WalkedStep[];
}

/** Whether two states are the same in all that traces tell. */
export const isSame = (one: CheckoutState, other: CheckoutState): boolean => toText(one) === toText(other);

const toText = (state: CheckoutState): string => JSON.stringify(toTracedState(state));

/** Each step begins where the one before was recorded to end: a difference is told once, where it arises. */
export function walkTrace({ missed, start, steps }: ReadTrace): Walk {
  let state: CheckoutState = start;
  const walked = steps.map(({ at, input, to: recorded, effects }): WalkedStep => {
    const from = state;
    const to = recorded ?? from;
    state = to;
    const [next, asked] = transition(from, input);
    const names = asked.map(toEffectName);
    const alike = isSame(next, to) && names.join('\n') === effects.join('\n');
    return { at, input, from, to, effects, differs: alike ? null : { to: next, effects: names } };
  });
  return { missed, start, steps: walked };
}
