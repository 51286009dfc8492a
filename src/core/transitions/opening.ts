/** From nothing to a form that can be used. */
import type { Transition } from '../effects.js';
import type { CheckoutInput } from '../inputs.js';
import type { Idle, Loading } from '../state.js';
import { acceptEnd, expire, isPaid } from './accept-truth.js';
import { check } from './finding-out.js';
import { fail, leave, open, toReady } from './open.js';

export function whenOpening(state: Idle | Loading, input: CheckoutInput): Transition {
  if (state.name === 'idle') return input.type === 'load' ? open(state.attempt) : [state, []];
  if (state.hosted) return whenLeft(state, state.hosted, input);
  switch (input.type) {
    case 'hosted.left':
      return [{ ...state, hosted: input.id }, []];
    case 'hosted.ask':
      // Whoever has waited long enough asks once more: it is the same page.
      return state.hosted === null && state.slow ? leave(state.attempt) : [state, []];
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

/** The browser has been told to leave, and may not have: then it is told again. What was paid there is known once it is asked. */
function whenLeft(state: Loading, id: string, input: CheckoutInput): Transition {
  const { attempt } = state;
  switch (input.type) {
    case 'open.slow':
      return [{ ...state, slow: true }, []];
    case 'hosted.ask':
      return leave(attempt);
    case 'truth':
      return (isPaid(input.truth) ? acceptEnd(attempt, input.truth, false) : null) ?? [state, []];
    case 'confirm.complete':
    case 'page.restored':
      return check({ attempt, id, reason: 'returned', open: null });
    default:
      return [state, []];
  }
}

function enter(
  { attempt, error, unpaid, contradicted }: Loading,
  { session, step }: Extract<CheckoutInput, { type: 'opened' }>,
): Transition {
  const { id, status } = session;
  // Where another has taken the place of what was being paid, that may have been paid after all.
  const other = unpaid && unpaid !== id;
  if (status === 'open' && !other) {
    const skipped = { event: 'billing-step', step, from: 'details', skipped: true } as const;
    return [
      { ...toReady({ attempt, session, step }), ...(error && { error }) },
      [
        { type: 'emit', emission: { event: 'billing-ready' } },
        ...(step === 'details' ? [] : [{ type: 'emit', emission: skipped } as const]),
        ...(error ? [{ type: 'focus', target: 'errors' } as const] : []),
      ],
    ];
  }
  if (status === 'expired' && !other) return expire(attempt);
  const reason = unpaid ? 'returned' : contradicted ? 'contradicted' : 'resumed';
  return check({ attempt, id: unpaid ?? id, reason, open: null });
}
