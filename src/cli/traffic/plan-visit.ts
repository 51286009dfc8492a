/** Writes down one visit to the checkout: what the customer does, and when. */
import { PACE, SWITCHED } from './habits.js';
import type { Random } from './random.js';

/** Which of the two ways the form is shown. */
export type Flow = 'one-page' | 'two-page';

/** One try to pay. `answer`: what becomes of the bank's question, for cards whose bank asks. */
export interface Try {
  readonly card: string;
  readonly answer: 'complete' | 'fail' | 'canceled' | 'unanswered' | null;
}

/** How a visit ends. */
export type Ending =
  | { readonly kind: 'leaves'; readonly page: 'details' | 'payment' }
  | { readonly kind: 'tries'; readonly tries: readonly Try[]; readonly pays: boolean };

/** Something that happens in a visit. */
export type Act =
  | { readonly kind: 'open' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'field'; readonly field: 'email' | 'address' | 'payment' }
  | { readonly kind: 'continue'; readonly skipped: boolean }
  | { readonly kind: 'submit'; readonly card: string }
  | { readonly kind: 'answer'; readonly outcome: 'complete' | 'fail' | 'canceled' }
  | { readonly kind: 'leave' };

/** An act and its time, in milliseconds since the Unix epoch. */
export type Moment = Act & { readonly at: number };

/** A visit: its moments in order. */
export interface Visit {
  /** Random name of the visit in funnel events. */
  readonly name: string;
  /** Comes back to the session of the visit before. */
  readonly resumes: boolean;
  /** The variant shown, and so the form's flow. */
  readonly flow: Flow;
  /** The control is shown because the host's assignment came late. */
  readonly fallback: boolean;
  /** What was asked for beside the card. */
  readonly asked: readonly ('email' | 'address')[];
  readonly moments: readonly Moment[];
}

/** What a visit is planned from. */
export interface VisitPlan {
  readonly at: number;
  readonly resumes: boolean;
  readonly flow: Flow;
  readonly fallback: boolean;
  /** What is asked for beside the card. */
  readonly asked: readonly ('email' | 'address')[];
  readonly ending: Ending;
}

/** Plans a visit. */
export function planVisit(random: Random, { at, resumes, flow, fallback, asked, ending }: VisitPlan): Visit {
  const moments: Moment[] = [];
  let now = at;
  const add = (pace: keyof typeof PACE | null, act: Act): void => {
    if (pace) now += lasting(random, pace);
    moments.push({ ...act, at: now });
  };
  add(null, { kind: 'open' });
  add('loading', { kind: 'ready' });
  const details = asked.length > 0;
  const gone = ending.kind === 'leaves' && ending.page === 'details' && details;
  // Who leaves the details may have begun them.
  const typed = gone ? asked.slice(0, Math.floor(random.share() * asked.length)) : asked;
  if (flow === 'two-page' && !details) add(null, { kind: 'continue', skipped: true });
  if (random.chance(SWITCHED)) add('continuing', { kind: 'switch' });
  for (const field of typed) add(field, { kind: 'field', field });
  if (!gone) {
    if (flow === 'two-page' && details) add('continuing', { kind: 'continue', skipped: false });
    if (ending.kind === 'tries' || random.chance(0.4)) add('card', { kind: 'field', field: 'payment' });
  }
  const tries = ending.kind === 'tries' ? ending.tries : [];
  for (const [index, { card, answer }] of tries.entries()) {
    add(index === 0 ? 'deciding' : 'retrying', { kind: 'submit', card });
    // What happens next waits for Stripe's answer.
    now += lasting(random, 'confirming');
    if (answer !== null && answer !== 'unanswered') add('answeringBank', { kind: 'answer', outcome: answer });
  }
  if (ending.kind === 'leaves' || !ending.pays) add('leaving', { kind: 'leave' });
  return { name: random.hex(32), resumes, flow, fallback, asked, moments };
}

function lasting(random: Random, pace: keyof typeof PACE): number {
  const [median, spread] = PACE[pace];
  return Math.round(random.around(median, spread));
}
