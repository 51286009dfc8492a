/** From nothing to a form that can be used. */
import type { CheckoutError } from '../errors.js';
import type { CheckoutInput } from '../inputs.js';
import type { SessionInfo } from '../session.js';
import type { Idle, Loading } from '../state.js';
import type { Transition } from '../transition.js';
import { expire } from './accept-truth.js';
import { check } from './finding-out.js';

/** After this the customer is told that it takes longer than usual. */
export const SLOW_MS = 10_000;

/** After this the opening has failed. */
export const LOAD_TIMEOUT_MS = 30_000;

export function whenOpening(state: Idle | Loading, input: CheckoutInput): Transition {
  if (state.name === 'idle') return input.type === 'load' ? open(state.attempt) : [state, []];
  switch (input.type) {
    case 'opened':
      return enter(state.attempt, input.session);
    case 'remembered':
      return check({ attempt: state.attempt, id: input.id, reason: 'resumed', open: null });
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

/** Starts over with a new number, so that nothing from before is listened to. */
export function open(lastAttempt: number): Transition {
  const attempt = lastAttempt + 1;
  return [
    { name: 'loading', attempt, slow: false },
    [
      { type: 'open', attempt },
      { type: 'wait', ms: SLOW_MS, input: { type: 'open.slow', attempt } },
      { type: 'wait', ms: LOAD_TIMEOUT_MS, input: { type: 'open.timeout', attempt } },
    ],
  ];
}

function enter(attempt: number, session: SessionInfo): Transition {
  if (session.status === 'open') {
    return [
      { name: 'ready', attempt, session, step: 'details', updating: false },
      [{ type: 'emit', emission: { event: 'billing-ready' } }],
    ];
  }
  if (session.status === 'expired') return expire(attempt);
  return check({ attempt, id: session.id, reason: 'resumed', open: null });
}

/** Nothing was charged; `restart` mends it. */
export const fail = (attempt: number, error: CheckoutError): Transition => [
  { name: 'failed', attempt, error },
  [{ type: 'close' }, { type: 'emit', emission: { event: 'billing-error', error, recoverable: true } }],
];
