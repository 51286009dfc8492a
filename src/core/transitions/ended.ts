/** After the form: what is left is to look again, or to begin another purchase. */
import type { CheckoutInput } from '../inputs.js';
import type { Action, Complete, Expired, Failed, Processing } from '../state.js';
import type { Transition } from '../transition.js';
import { acceptEnd, PROCESSING_POLL_MS } from './accept-truth.js';
import { open } from './open.js';

export function whenEnded(state: Action | Processing | Complete | Expired | Failed, input: CheckoutInput): Transition {
  if (input.type === 'restart') return restart(state);
  switch (state.name) {
    case 'complete':
      return input.type === 'truth' ? withLinks(state, input) : [state, []];
    case 'action':
    case 'processing':
      return whenOnItsWay(state, input);
    case 'expired':
    case 'failed':
      return [state, []];
  }
}

/** Begins another purchase. A start that merely failed is the same purchase once more. */
function restart(state: Action | Processing | Complete | Expired | Failed): Transition {
  const [next, effects] = open(state.attempt);
  const again = state.name === 'failed' && state.error.code !== 'payment.failed';
  return [next, [{ type: 'close' }, ...(again ? [] : [{ type: 'forget' } as const]), ...effects]];
}

/** Success was told; only the links may still come. */
function withLinks(state: Complete, { truth }: Extract<CheckoutInput, { type: 'truth' }>): Transition {
  if (truth.id !== state.completion.id || truth.status !== 'complete') return [state, []];
  return [{ ...state, completion: { ...state.completion, links: truth.links } }, []];
}

function whenOnItsWay(state: Action | Processing, input: CheckoutInput): Transition {
  const { attempt, truth } = state;
  switch (input.type) {
    case 'ask.due':
    case 'recheck':
    case 'page.visible':
      return [state, [{ type: 'ask', attempt, id: truth.id }]];
    case 'truth':
      if (input.truth.status === truth.status) return later(state);
      return acceptEnd(attempt, input.truth, false) ?? later(state);
    case 'truth.unknown':
    case 'truth.gone':
      return later(state);
    default:
      return [state, []];
  }
}

const later = (state: Action | Processing): Transition => [
  state,
  [{ type: 'wait', ms: PROCESSING_POLL_MS, input: { type: 'ask.due', attempt: state.attempt } }],
];
