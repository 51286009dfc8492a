/** The beginning of an opening, and its failure. */
import type { CheckoutEffect, Transition } from '../effects.js';
import type { CheckoutError } from '../errors.js';
import { mayTryAgain } from '../messages.js';
import type { Loading, Ready } from '../state.js';

/** After this the customer is told that it takes longer than usual. */
export const SLOW_MS = 10_000;

/** After this the opening has failed. */
export const LOAD_TIMEOUT_MS = 30_000;

/** Starts over with a new number, so that nothing from before is listened to. */
export function open(
  lastAttempt: number,
  about: Pick<Loading, 'error' | 'unpaid'> = {},
): readonly [Loading, readonly CheckoutEffect[]] {
  const attempt = lastAttempt + 1;
  return [
    { name: 'loading', attempt, slow: false, ...about },
    [
      { type: 'open', attempt },
      { type: 'wait', ms: SLOW_MS, input: { type: 'open.slow', attempt } },
      { type: 'wait', ms: LOAD_TIMEOUT_MS, input: { type: 'open.timeout', attempt } },
    ],
  ];
}

/** The same without the fields that are there. */
export const anew = ([next, effects]: Transition): Transition => [next, [{ type: 'close' }, ...effects]];

/** How long it may take until the browser leaves for Stripe's page: the host alone may hold it for thirty seconds. */
const LEAVE_TIMEOUT_MS = 60_000;

/** Goes to a page of Stripe's. Asked again, it is the same page. */
export function leave(lastAttempt: number): Transition {
  const attempt = lastAttempt + 1;
  return [
    { name: 'loading', attempt, slow: false, hosted: null },
    [
      { type: 'open-hosted', attempt },
      { type: 'wait', ms: SLOW_MS, input: { type: 'open.slow', attempt } },
      { type: 'wait', ms: LEAVE_TIMEOUT_MS, input: { type: 'open.timeout', attempt } },
    ],
  ];
}

/** The form, as it is when nothing is said in it. */
export const toReady = ({ attempt, session, step }: Pick<Ready, 'attempt' | 'session' | 'step'>): Ready => ({
  name: 'ready',
  attempt,
  session,
  step,
  waiting: null,
});

/** Nothing was charged; `restart` mends it, unless the page itself is set up wrong. */
export const fail = (attempt: number, error: CheckoutError): Transition => [
  { name: 'failed', attempt, error },
  [{ type: 'close' }, { type: 'emit', emission: { event: 'billing-error', error, recoverable: mayTryAgain(error) } }],
];
