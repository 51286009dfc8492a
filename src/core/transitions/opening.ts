/** From nothing to a form that can be used. */
import type { Transition } from '../effects.js';
import type { CheckoutInput } from '../inputs.js';
import type { Idle, Loading } from '../state.js';
import { expire } from './accept-truth.js';
import { check } from './finding-out.js';
import { fail, open } from './open.js';

export function whenOpening(state: Idle | Loading, input: CheckoutInput): Transition {
  if (state.name === 'idle') return input.type === 'load' ? open(state.attempt) : [state, []];
  switch (input.type) {
    case 'opened':
      return enter(state, input);
    case 'remembered':
      return check({
        attempt: state.attempt,
        id: input.id,
        reason: input.returned ? 'returned' : 'resumed',
        open: null,
      });
    case 'open.slow':
      return [{ ...state, slow: true }, []];
    case 'open.timeout':
      return fail(state.attempt, { code: 'checkout.load_timeout' });
    case 'open.failed':
    case 'frame.failed':
      return fail(state.attempt, input.error);
    default:
      return [state, []];
  }
}

function enter(
  { attempt, error, contradicted }: Loading,
  { session, step }: Extract<CheckoutInput, { type: 'opened' }>,
): Transition {
  if (session.status === 'open') {
    const skipped = { event: 'billing-step', step, from: 'details', skipped: true } as const;
    return [
      { name: 'ready', attempt, session, step, waiting: null, ...(error && { error }) },
      [
        { type: 'emit', emission: { event: 'billing-ready' } },
        ...(step === 'details' ? [] : [{ type: 'emit', emission: skipped } as const]),
        ...(error ? [{ type: 'focus', target: 'errors' } as const] : []),
      ],
    ];
  }
  if (session.status === 'expired') return expire(attempt);
  return check({ attempt, id: session.id, reason: contradicted ? 'contradicted' : 'resumed', open: null });
}
