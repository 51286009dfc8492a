/** What a known end means, whichever state learns it. */
import type { Truth } from '../../contract/truth.js';
import type { Transition } from '../effects.js';
import type { CheckoutInput } from '../inputs.js';
import type { Completion } from '../outcome.js';
import type { CheckoutState } from '../state.js';

/** Enters the state that a truth describes, or null while the session is still open. */
export function acceptEnd(attempt: number, truth: Truth, replayed: boolean): Transition | null {
  switch (truth.status) {
    case 'open':
      return null;
    case 'complete':
    case 'invoiced':
      return complete(attempt, toCompletion(truth, replayed));
    case 'processing':
      return [
        { name: 'processing', attempt, truth },
        [
          { type: 'close' },
          { type: 'remember-done', id: truth.id },
          { type: 'emit', emission: { event: 'billing-processing', id: truth.id } },
          { type: 'wait', ms: PROCESSING_POLL_MS, input: { type: 'ask.due', attempt } },
          { type: 'focus', target: 'outcome' },
        ],
      ];
    case 'requires_action':
      return [
        { name: 'action', attempt, truth },
        [
          { type: 'close' },
          { type: 'remember-done', id: truth.id },
          { type: 'emit', emission: { event: 'billing-action', id: truth.id } },
          { type: 'focus', target: 'outcome' },
        ],
      ];
    case 'failed': {
      const code = truth.mode === 'setup' ? 'payment.not_kept' : 'payment.failed';
      const error = { code, declineCode: truth.decline?.declineCode ?? null } as const;
      return [
        { name: 'failed', attempt, error },
        [
          { type: 'close' },
          { type: 'forget' },
          { type: 'emit', emission: { event: 'billing-error', error, recoverable: true } },
          { type: 'focus', target: 'outcome' },
        ],
      ];
    }
    case 'expired':
      return expire(attempt);
  }
}

/** How often a payment on its way is looked at while the page is open. */
export const PROCESSING_POLL_MS = 30_000;

/** Paid, nothing due, or invoiced: the one place where success is told. */
export const complete = (attempt: number, completion: Completion): Transition => [
  { name: 'complete', attempt, completion },
  [
    { type: 'close' },
    { type: 'remember-done', id: completion.id },
    { type: 'emit', emission: { event: 'billing-complete', completion } },
    { type: 'focus', target: 'outcome' },
  ],
];

/** The session can no longer be paid, and was not. */
export const expire = (attempt: number): Transition => [
  { name: 'expired', attempt },
  [{ type: 'close' }, { type: 'forget' }, { type: 'focus', target: 'outcome' }],
];

/** Success as Stripe.js tells it. The links are only known to the server, so the truth is read for them. */
export function completeFromStripe(
  attempt: number,
  mode: Truth['mode'],
  { id, payment, amount, currency }: Extract<CheckoutInput, { type: 'confirm.complete' }>,
): Transition {
  const links = { invoice: null, receipt: null, verification: null };
  const [state, effects] = complete(attempt, {
    id,
    mode,
    payment,
    amount,
    currency,
    links,
    dueAt: null,
    replayed: false,
  });
  return [state, [...effects, { type: 'ask', attempt, id }]];
}

const toCompletion = (truth: Truth, replayed: boolean): Completion => ({
  id: truth.id,
  mode: truth.mode,
  payment: truth.payment ?? (truth.status === 'invoiced' ? 'invoiced' : 'paid'),
  amount: truth.amount,
  currency: truth.currency,
  links: truth.links,
  dueAt: truth.status === 'invoiced' ? truth.expectedAt : null,
  ...(truth.via && { via: truth.via }),
  replayed,
});

/** Whether an answer tells of money that moved for the session at hand, however late it comes. */
export function isLastingTruth(state: CheckoutState, input: CheckoutInput): boolean {
  if (input.type === 'confirm.complete') return input.id === sessionIdOf(state);
  return input.type === 'truth' && isPaid(input.truth) && input.truth.id === sessionIdOf(state);
}

/** Whether money has moved, is on its way, or is owed by invoice. */
export const isPaid = ({ status }: Truth): boolean =>
  status === 'complete' || status === 'processing' || status === 'invoiced';

/** The session a state is about. */
export function sessionIdOf(state: CheckoutState): string | null {
  switch (state.name) {
    case 'ready':
    case 'validating':
    case 'confirming':
      return state.session.id;
    case 'checking':
    case 'unresolved':
      return state.id;
    case 'action':
    case 'processing':
      return state.truth.id;
    case 'complete':
      return state.completion.id;
    case 'loading':
      return state.hosted ?? null;
    case 'idle':
    case 'expired':
    case 'failed':
      return null;
  }
}
