/** Not knowing is a state: the truth is asked, never guessed. */
import type { Transition } from '../effects.js';
import type { CheckoutInput } from '../inputs.js';
import type { Checking, Unresolved } from '../state.js';
import { acceptEnd, completeFromStripe } from './accept-truth.js';
import { anew, open, toReady } from './open.js';

/** After this without an answer the customer is told that nobody knows yet. */
export const UNRESOLVED_MS = 20_000;

/** Pauses after a question nobody answered. */
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** Pauses after "still open": with the first question, three reads in ten seconds. */
const STILL_OPEN_MS = [3_000, 5_000] as const;

const NOT_MADE = { error: { code: 'payment.not_made' } } as const;

/** How often an unresolved payment is asked for. */
const SLOWLY_MS = 30_000;

export function whenFindingOut(state: Checking | Unresolved, input: CheckoutInput): Transition {
  switch (input.type) {
    case 'truth': {
      const { truth } = input;
      const resumed = state.reason === 'resumed';
      // What this tab was paying when it was left is over, unpaid: nobody asked for it any more.
      if (resumed && truth.status === 'expired') return afresh(state, true);
      return acceptEnd(state.attempt, truth, resumed || state.reason === 'contradicted') ?? stillOpen(state);
    }
    case 'confirm.complete':
      return completeFromStripe(state.attempt, state.open?.session.mode ?? 'payment', input);
    case 'truth.gone':
      // Somebody else's by now, or never was: this caller begins afresh. While money may move, it only means "not known".
      return isVisit(state) ? afresh(state, state.reason === 'resumed') : unknown(state);
    case 'truth.unknown':
      return unknown(state);
    case 'ask.due':
      return ask(state.name === 'checking' ? { ...state, asked: state.asked + 1, paused: false } : state);
    case 'recheck':
    case 'page.visible':
      return ask(state);
    case 'ask.over':
      return state.name === 'checking' ? giveUp(state) : [state, []];
    default:
      return [state, []];
  }
}

/** Begins to ask for the truth. */
export function check(about: Omit<Checking, 'name' | 'asked' | 'seenOpen' | 'paused'>): Transition {
  return [
    { name: 'checking', asked: 1, seenOpen: 0, paused: false, ...about },
    [
      { type: 'ask', attempt: about.attempt, id: about.id },
      { type: 'wait', ms: UNRESOLVED_MS, input: { type: 'ask.over', attempt: about.attempt } },
    ],
  ];
}

function ask(state: Checking | Unresolved): Transition {
  return [state, [{ type: 'ask', attempt: state.attempt, id: state.id }]];
}

function unknown(state: Checking | Unresolved): Transition {
  if (state.name === 'checking') return pause(state, RETRY_MS[state.asked - 1] ?? RETRY_MS[4]);
  return [state, [{ type: 'wait', ms: SLOWLY_MS, input: { type: 'ask.due', attempt: state.attempt } }]];
}

function pause(state: Checking, ms: number): Transition {
  if (state.paused) return [state, []];
  return [{ ...state, paused: true }, [{ type: 'wait', ms, input: { type: 'ask.due', attempt: state.attempt } }]];
}

/** The session is open: nothing was paid, if Stripe.js no longer works on it. */
function stillOpen(state: Checking | Unresolved): Transition {
  const { open: given, reason, attempt, message } = state;
  if (reason === 'resumed') return afresh(state, true);
  // The same session once more: what was asked for at the bank is over.
  if (reason === 'returned') return open(attempt, NOT_MADE);
  // Stripe took it, so a server that says "open" has not heard yet. One that says both is asked until it has made up its mind.
  if (reason === 'unpaid' || reason === 'contradicted') return unknown(state);
  if (state.name === 'checking') {
    if (state.paused) return [state, []];
    const ms = STILL_OPEN_MS[state.seenOpen];
    // Whoever is back on the page has most likely left their bank's: one pause, for opening is a third read.
    if (ms && (reason !== 'restored' || !state.seenOpen)) return pause({ ...state, seenOpen: state.seenOpen + 1 }, ms);
  }
  // Other fields for the same session.
  if (!given) return anew(open(attempt, { ...NOT_MADE, unpaid: state.id }));
  return [
    { ...toReady({ ...given, attempt }), error: { ...NOT_MADE.error, ...(message && { message }) } },
    [{ type: 'focus', target: 'errors' }],
  ];
}

function giveUp({ attempt, id, reason, open: given, message }: Checking): Transition {
  return [
    { name: 'unresolved', attempt, id, reason, open: given, ...(message && { message }) },
    [
      { type: 'emit', emission: { event: 'billing-unresolved', id } },
      { type: 'wait', ms: SLOWLY_MS, input: { type: 'ask.due', attempt } },
      { type: 'focus', target: 'outcome' },
    ],
  ];
}

const isVisit = ({ name, reason }: Checking | Unresolved): boolean =>
  name === 'checking' && (reason === 'resumed' || reason === 'returned');

/** `contradicted`: it was found ended when it was opened, and is not. The next one that is so is not believed. */
function afresh({ attempt }: Checking | Unresolved, contradicted: boolean): Transition {
  const [next, effects] = open(attempt);
  return anew([{ ...next, ...(contradicted && { contradicted }) }, [{ type: 'forget' }, ...effects]]);
}
