/** The whole of a checkout's behavior: a pure, total function from state and input to state and effects. */
import type { Transition } from './effects.js';
import type { CheckoutInput } from './inputs.js';
import type { CheckoutState } from './state.js';
import { isLastingTruth } from './transitions/accept-truth.js';
import { whenEnded } from './transitions/ended.js';
import { whenFindingOut } from './transitions/finding-out.js';
import { whenOpening } from './transitions/opening.js';
import { mayPay, whenPaying } from './transitions/paying.js';

/** Decides what an input means. Inputs that mean nothing in a state, and stale answers, leave it the same object. */
export function transition(state: CheckoutState, input: CheckoutInput): Transition {
  if (isStale(state, input)) return [state, []];
  // Its sheet was open while something else went on. Only one waits at a time: that one is being checked.
  if (input.type === 'submit' && input.wallet && !mayPay(state))
    return [state, state.name === 'validating' && state.wallet ? [] : [{ type: 'refuse-wallet' }]];
  switch (state.name) {
    case 'idle':
    case 'loading':
      return whenOpening(state, input);
    case 'ready':
    case 'validating':
    case 'confirming':
      return whenPaying(state, input);
    case 'checking':
    case 'unresolved':
      return whenFindingOut(state, input);
    case 'action':
    case 'processing':
    case 'complete':
    case 'expired':
    case 'failed':
      return whenEnded(state, input);
  }
}

/** Answers to an attempt that is over mean nothing, except money that has moved after all. */
function isStale(state: CheckoutState, input: CheckoutInput): boolean {
  return 'attempt' in input && input.attempt !== state.attempt && !isLastingTruth(state, input);
}
