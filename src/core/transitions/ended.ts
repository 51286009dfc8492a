/** After the form: what is left is to look again, or to begin another purchase. */
import type { Truth } from '../../contract/truth.js';
import type { Transition } from '../effects.js';
import type { CheckoutInput } from '../inputs.js';
import type { Action, Complete, Expired, Failed, Processing } from '../state.js';
import { acceptEnd, completeFromStripe, isPaid, PROCESSING_POLL_MS } from './accept-truth.js';
import { check } from './finding-out.js';
import { leave, open } from './open.js';
import { isBlocked } from '../errors.js';

export function whenEnded(state: Action | Processing | Complete | Expired | Failed, input: CheckoutInput): Transition {
  if (input.type === 'restart') return restart(state);
  // Nothing was asked of Stripe, so nothing can have moved.
  if (input.type === 'hosted.ask')
    return state.name === 'failed' && isBlocked(state.error) ? leave(state.attempt) : [state, []];
  switch (state.name) {
    case 'complete':
      return input.type === 'truth' ? withLinks(state, input) : [state, []];
    case 'action':
    case 'processing':
      return whenOnItsWay(state, input);
    case 'expired':
    case 'failed':
      return afterAll(state, input);
  }
}

/** Money that moved after all is never called a failure. The attempt says that it is about the same session. */
function afterAll(state: Expired | Failed, input: CheckoutInput): Transition {
  const { attempt } = state;
  if (input.type === 'confirm.complete') return check({ attempt, id: input.id, reason: 'unpaid', open: null });
  const ended = input.type === 'truth' && isPaid(input.truth) ? acceptEnd(attempt, input.truth, true) : null;
  return ended ?? [state, []];
}

/** Begins another purchase. A start that merely failed is the same purchase once more. */
function restart(state: Action | Processing | Complete | Expired | Failed): Transition {
  const [next, effects] = open(state.attempt);
  const again = state.name === 'failed' && !state.error.code.startsWith('payment');
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
      // The same, but a link or a date may have come.
      if (input.truth.status === truth.status) return later({ ...state, truth: input.truth });
      return acceptEnd(attempt, cameBack(input.truth), false) ?? later(state);
    case 'confirm.complete':
      return completeFromStripe(attempt, truth.mode, input);
    case 'truth.unknown':
    case 'truth.gone':
      return later(state);
    default:
      return [state, []];
  }
}

/** What is open once more, because a debit has come back or an account was not proven, has failed for whoever waits for it. */
const cameBack = (truth: Truth): Truth => (truth.status === 'open' ? { ...truth, status: 'failed' } : truth);

const later = (state: Action | Processing): Transition => [
  state,
  [{ type: 'wait', ms: PROCESSING_POLL_MS, input: { type: 'ask.due', attempt: state.attempt } }],
];
