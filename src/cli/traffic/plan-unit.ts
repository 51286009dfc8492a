/** Plans everything one unit does, from its first visit on. Whether it pays is drawn first: the true rates are exact. */
import type { Prefilled } from '../../contract/shows-details.js';
import {
  ASKING_CARDS,
  BLOCKED_CARD,
  COMING_BACK,
  DECLINING_CARDS,
  LATE_ASSIGNMENT,
  NOT_PAYING,
  PAYING,
  PAYING_CARDS,
  PRICES,
  SEATS,
} from './habits.js';
import { planVisit, type Ending, type Flow, type Try, type Visit } from './plan-visit.js';
import { createRandom, type Random } from './random.js';
import { KNOWN_ADDRESS, oneShownRate, type TrafficOptions } from './traffic-options.js';

/** How long a browser remembers its session, as the form's own ledger does. */
const KEPT_MS = { known: 23 * 3_600_000, guest: 30 * 60_000 } as const;

/** A unit with all its visits. */
export interface UnitPlan {
  /** What is assigned: a workspace, or a guest's visitor id. */
  readonly unit: string;
  readonly guest: boolean;
  /** What the host fills in itself. */
  readonly prefilled: readonly Prefilled[];
  readonly price: 'pro_monthly' | 'pro_yearly';
  readonly seats: number;
  readonly visits: readonly Visit[];
}

/** Plans the unit with this number. `at`: its first visit. `assign` tells the variant it belongs to. */
export function planUnit(options: TrafficOptions, index: number, at: number, assign: (unit: string) => Flow): UnitPlan {
  const random = createRandom(`${options.seed}/unit/${String(index)}`);
  const guest = random.chance(options.guests);
  const unit = `${guest ? 'visitor' : 'workspace'}-${options.seed}-${String(index + 1)}`;
  const variant = assign(unit);
  const late = random.chance(LATE_ASSIGNMENT);
  const known = random.chance(KNOWN_ADDRESS);
  const prefilled: readonly Prefilled[] = !known ? [] : guest ? ['email', 'billing_address'] : ['billing_address'];
  const seen = late ? 'two-page' : variant;
  const rate = seen === 'one-page' && !known ? oneShownRate(options) : options.baseRate;
  const pays = random.chance(rate);
  const price = random.pick(PRICES);
  const seats = Math.min(SEATS.most, Math.ceil(random.around(SEATS.median, SEATS.spread)));
  const asked = known ? [] : guest ? (['email', 'address'] as const) : (['address'] as const);
  const endings = pays ? payingEndings(random) : leavingEndings(random);
  const visits: Visit[] = [];
  let next = at;
  for (const [number, ending] of endings.entries()) {
    const before = visits.at(-1)?.moments[0]?.at ?? -Infinity;
    const fallback = late && number === 0;
    const flow = fallback ? 'two-page' : variant;
    const resumes = next - before < KEPT_MS[guest ? 'guest' : 'known'];
    const visit = planVisit(random, { at: next, resumes, flow, fallback, asked, ending });
    visits.push(visit);
    next = (visit.moments.at(-1)?.at ?? next) + comesBackAfter(random);
  }
  return { unit, guest, prefilled, price, seats, visits };
}

const comesBackAfter = (random: Random): number =>
  Math.round(Math.min(COMING_BACK.most, COMING_BACK.least + random.exponential(COMING_BACK.mean)));

function payingEndings(random: Random): Ending[] {
  const tries: Try[] = [];
  const declines = random.pick<number>(PAYING.declines);
  for (let count = 0; count < declines; count += 1) tries.push(declining(random));
  if (random.chance(PAYING.closedFirst)) tries.push({ card: random.pick(ASKING_CARDS), answer: 'canceled' });
  const asked = random.chance(PAYING.asked);
  tries.push(
    asked ? { card: random.pick(ASKING_CARDS), answer: 'complete' } : { card: random.pick(PAYING_CARDS), answer: null },
  );
  const pays: Ending = { kind: 'tries', tries, pays: true };
  return random.chance(PAYING.cameBack) ? [leaves(random), pays] : [pays];
}

function leavingEndings(random: Random): Ending[] {
  const last = toLast(random, random.pick<(typeof NOT_PAYING.ending)[number][1]>(NOT_PAYING.ending));
  return random.chance(NOT_PAYING.cameBack) ? [leaves(random), last] : [last];
}

function toLast(random: Random, ending: (typeof NOT_PAYING.ending)[number][1]): Ending {
  const given = (tries: readonly Try[]): Ending => ({ kind: 'tries', tries, pays: false });
  switch (ending) {
    case 'leaves':
      return leaves(random);
    case 'declined': {
      const count = random.pick<number>(NOT_PAYING.declines);
      return given(Array.from({ length: count }, () => declining(random)));
    }
    case 'challenge': {
      const answer = random.pick<NonNullable<Try['answer']>>(NOT_PAYING.challenge);
      return given([{ card: random.pick(ASKING_CARDS), answer }]);
    }
    case 'blocked':
      return given([{ card: BLOCKED_CARD, answer: null }]);
  }
}

const leaves = (random: Random): Ending => ({
  kind: 'leaves',
  page: random.pick<'details' | 'payment'>(NOT_PAYING.leavesAt),
});

const declining = (random: Random): Try => ({ card: random.pick(DECLINING_CARDS), answer: null });
