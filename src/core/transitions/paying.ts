/** From typing to paying. */
import type { CheckoutEffect, Emission, Transition } from '../effects.js';
import { isSystemError, type CheckoutError } from '../errors.js';
import { toDeclineAdvice } from '../declines.js';
import type { CheckoutInput } from '../inputs.js';
import { mayTryAgain } from '../messages.js';
import {
  stepOf,
  type CheckoutState,
  type Confirming,
  type InvalidField,
  type Ready,
  type Step,
  type Validating,
} from '../state.js';
import { acceptEnd, completeFromStripe, expire } from './accept-truth.js';
import { check } from './finding-out.js';
import { anew, fail, toReady } from './open.js';

/** How long the checks before paying may take. The host alone may hold a payment for thirty seconds. */
export const CHECK_TIMEOUT_MS = 60_000;

/** Stripe's field may not answer at all. Then the next page is shown: paying looks at everything once more. */
export const DETAILS_TIMEOUT_MS = 5_000;

/** How long Stripe may think about a promotion code. */
export const PROMOTION_TIMEOUT_MS = 20_000;

/** How long a confirmation may go unanswered before the truth is asked beside it. */
export const CONFIRM_ASK_MS = 20_000;

/** Pauses between further questions. The last one repeats: a customer may take minutes to find their phone. */
const ASK_AGAIN_MS = [5_000, 10_000, 20_000, 30_000] as const;

export function whenPaying(state: Ready | Validating | Confirming, input: CheckoutInput): Transition {
  const [next, effects] = pay(state, input);
  // A wallet whose payment is not even tried hears of it.
  const refused =
    state.name === 'validating' && state.wallet && next.name !== 'validating' && next.name !== 'confirming';
  return refused ? [next, [{ type: 'refuse-wallet' }, ...effects]] : [next, effects];
}

function pay(state: Ready | Validating | Confirming, input: CheckoutInput): Transition {
  // Late or not: Stripe has taken it.
  if (input.type === 'confirm.complete') return completeFromStripe(state.attempt, state.session.mode, input);
  switch (state.name) {
    case 'ready':
      return whenReady(state, input);
    case 'validating':
      return whenValidating(state, input);
    case 'confirming':
      return whenConfirming(state, input);
  }
}

/** Whether a payment may begin now. */
export const mayPay = (state: CheckoutState): state is Ready => state.name === 'ready' && !state.waiting;

function whenReady(state: Ready, input: CheckoutInput): Transition {
  switch (input.type) {
    case 'submit':
      return submit(state, input.wallet ? { wallet: input.wallet } : {});
    case 'invoice.send':
      return state.invoice ? submit(state, { invoice: true }) : [state, []];
    case 'invoice.ask':
      return state.waiting || !state.session.features.payByInvoice ? [state, []] : lookThrough(state, 'invoice');
    case 'invoice.cancel':
      return state.invoice && !state.waiting ? [toReady(state), [{ type: 'focus', target: 'invoice' }]] : [state, []];
    case 'go':
      return go(state, input.step);
    case 'flow.changed':
      return [{ ...state, step: input.step }, []];
    case 'details.passed':
      if (state.waiting === 'invoice')
        return [{ ...toReady(state), invoice: true }, [{ type: 'focus', target: 'invoice' }]];
      return state.waiting === 'details' ? turn(state, 'payment') : [state, []];
    case 'promotion.apply':
    case 'promotion.remove':
      return state.waiting ? [state, []] : changePromotion(state, input.type === 'promotion.remove');
    case 'promotion.done':
      return state.waiting === 'promotion' ? [toReady(state), [{ type: 'focus', target: 'promotion' }]] : [state, []];
    case 'promotion.failed': {
      if (state.waiting !== 'promotion') return [state, []];
      return [{ ...toReady(state), promotion: input.error }, [{ type: 'focus', target: 'promotion-code' }]];
    }
    case 'items.changed': {
      const attempt = state.attempt + 1;
      return [{ ...state, attempt, waiting: 'items' }, [{ type: 'update-items', attempt }]];
    }
    case 'items.updated':
      return [{ ...state, waiting: null }, []];
    case 'items.failed':
      return back(state, input.error);
    case 'check.invalid':
      return showInvalid(state, input.invalid, state.waiting === 'details' || state.waiting === 'invoice');
    case 'page.visible':
    case 'recheck':
      return [state, [{ type: 'ask', attempt: state.attempt, id: state.session.id }]];
    case 'truth': {
      const ended = acceptEnd(state.attempt, input.truth, true);
      if (ended) return ended;
      return totalChanged(input) && (state.waiting ?? 'details') === 'details'
        ? back(state, { code: 'payment.total_changed' })
        : [state, []];
    }
    case 'truth.gone':
      return expire(state.attempt);
    case 'frame.failed':
      return fail(state.attempt, input.error);
    default:
      return [state, []];
  }
}

function whenValidating(state: Validating, input: CheckoutInput): Transition {
  switch (input.type) {
    case 'check.passed':
      return [
        { ...state, name: 'confirming', asked: 0 },
        [
          { type: 'confirm', attempt: state.attempt, ...(state.wallet && { wallet: state.wallet }) },
          { type: 'wait', ms: CONFIRM_ASK_MS, input: { type: 'ask.due', attempt: state.attempt } },
        ],
      ];
    case 'check.invalid':
      return showInvalid(state, input.invalid, true);
    case 'check.refused':
      return back(state, input.error);
    case 'truth':
      return acceptEnd(state.attempt, input.truth, true) ?? back(state, { code: 'payment.total_changed' });
    case 'truth.gone':
      return expire(state.attempt);
    case 'frame.failed':
      return fail(state.attempt, input.error);
    default:
      return [state, []];
  }
}

function whenConfirming(state: Confirming, input: CheckoutInput): Transition {
  const { attempt, session, step, invoice } = state;
  const open = { session, step, ...(invoice && { invoice }) };
  switch (input.type) {
    case 'confirm.declined': {
      const { declineCode, message, adviceCode } = input;
      const advice = toDeclineAdvice(declineCode, adviceCode);
      // Nothing of a wallet's card was typed here.
      const look = state.wallet ? null : advice.look;
      const error = {
        code: 'payment.declined',
        declineCode,
        declineClass: advice.class,
        ...(look && { declineLook: look }),
        message,
      } as const;
      const [next, effects] = back(state, error, { event: 'billing-decline', error });
      if (state.wallet || advice.class !== 'reenter') return [next, effects];
      // The sentence is read out by itself; the keyboard goes to where something is to be typed.
      const frame = look === 'address' && session.features.billingAddress === 'required' ? 'address' : 'payment';
      return [next, [...effects.filter(({ type }) => type !== 'focus'), { type: 'focus-frame', frame }]];
    }
    case 'invoice.refused':
      return invoice ? back(state, input.error) : [state, []];
    case 'confirm.unpaid':
      return check({ attempt, id: session.id, reason: 'unpaid', open });
    case 'confirm.unclear': {
      const { message } = input;
      return check({ attempt, id: session.id, reason: 'unclear', open, ...(message && { message }) });
    }
    case 'page.restored':
      return anew(check({ attempt, id: session.id, reason: 'restored', open: null }));
    case 'frame.failed':
      return check({ attempt, id: session.id, reason: 'broken', open: null });
    case 'ask.due':
    case 'recheck':
      return [{ ...state, asked: state.asked + 1 }, [{ type: 'ask', attempt, id: session.id }]];
    case 'truth':
      return acceptEnd(attempt, input.truth, false) ?? askAgain(state);
    case 'truth.unknown':
    case 'truth.gone':
      return askAgain(state);
    default:
      return [state, []];
  }
}

/** Everything is checked once more, then it is paid, or an invoice asked for. */
function submit(state: Ready, by: { readonly wallet?: string; readonly invoice?: boolean }): Transition {
  if (!mayPay(state)) return [state, []];
  const attempt = state.attempt + 1;
  const tooLong = { type: 'check.refused', attempt, error: { code: 'network.timeout' } } as const;
  return [
    { name: 'validating', attempt, session: state.session, step: state.step, ...by },
    [
      { type: 'check', attempt },
      { type: 'wait', ms: CHECK_TIMEOUT_MS, input: tooLong },
    ],
  ];
}

/** Back at once; on to paying once page one has been looked through. */
function go(state: Ready, step: Step): Transition {
  if (step === state.step || state.waiting) return [state, []];
  return step === 'details' ? turn(state, step) : lookThrough(state, 'details');
}

/** Looks page one through: for page two, or for an invoice, which wants nothing of a card. */
function lookThrough(state: Ready, waiting: 'details' | 'invoice'): Transition {
  const attempt = state.attempt + 1;
  return [
    { ...toReady(state), attempt, waiting },
    [
      { type: 'check-details', attempt },
      { type: 'wait', ms: DETAILS_TIMEOUT_MS, input: { type: 'details.passed', attempt } },
    ],
  ];
}

/** Another total is coming: nothing is paid until it is there. What was said about the last attempt is over. */
function changePromotion(state: Ready, remove: boolean): Transition {
  const attempt = state.attempt + 1;
  const tooLong = { type: 'promotion.failed', attempt, error: { code: 'promotion.unclear' } } as const;
  return [
    { ...toReady(state), attempt, waiting: 'promotion' },
    [
      { type: 'update-promotion', attempt, remove },
      { type: 'wait', ms: PROMOTION_TIMEOUT_MS, input: tooLong },
    ],
  ];
}

/** Shows a page. What was said about the other is over. */
const turn = (state: Ready, step: Step): Transition => [
  { ...toReady(state), step },
  [
    { type: 'emit', emission: { event: 'billing-step', step, from: state.step, skipped: false } },
    { type: 'focus', target: 'heading' },
  ],
];

/** Says what is missing, on the page where the first of it is. */
function showInvalid(state: Ready | Validating, invalid: readonly InvalidField[], stopped: boolean): Transition {
  const { step: from } = state;
  const step = invalid.some(({ field }) => stepOf(field) === 'details') ? 'details' : from;
  const emissions: Emission[] = [];
  if (step !== from) emissions.push({ event: 'billing-step', step, from, skipped: false });
  if (stopped) emissions.push({ event: 'billing-invalid', invalid });
  return [
    { ...toReady(state), step, invalid },
    [...emissions.map((emission) => ({ type: 'emit', emission }) as const), { type: 'focus', target: 'errors' }],
  ];
}

/** Still open, or not known: Stripe.js holds its promise, so the customer's bank may be asking. */
function askAgain(state: Confirming): Transition {
  const ms = ASK_AGAIN_MS[state.asked - 1] ?? ASK_AGAIN_MS[3];
  return [state, [{ type: 'wait', ms, input: { type: 'ask.due', attempt: state.attempt } }]];
}

/** Whether the total is another than the one that was shown. */
export const totalChanged = ({ truth, shown }: Extract<CheckoutInput, { type: 'truth' }>): boolean =>
  shown != null && truth.amount !== null && truth.amount !== shown;

/** Back to the form after a known no. What was typed is untouched. */
function back(
  state: Ready | Validating | Confirming,
  error: CheckoutError,
  emission: Emission | null = isSystemError(error)
    ? { event: 'billing-error', error, recoverable: mayTryAgain(error) }
    : null,
): Transition {
  // A session that has ended elsewhere: what became of it is shown once it is known.
  const look: CheckoutEffect[] =
    error.code === 'session.closed'
      ? [{ type: 'ask', attempt: state.attempt, id: state.session.id }]
      : error.code === 'payment.total_changed'
        ? [{ type: 'refresh' }]
        : [];
  const emit: CheckoutEffect[] = emission ? [{ type: 'emit', emission }] : [];
  return [{ ...toReady(state), error }, [...look, ...emit, { type: 'focus', target: 'errors' }]];
}
