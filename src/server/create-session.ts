/** Creates the one session of a purchase: asked twice, Stripe answers with the same. */
import type Stripe from 'stripe';
import { withInvoice } from './bill-session.js';
import { digest } from './digest.js';
import { followPage } from './hosted-page.js';
import { asksForPage, type Purchase } from './purchase.js';
import { readSession, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { expireSession } from './resume-session.js';
import { isReplayed, isStripeError } from './stripe-refusal.js';
import { toStatus } from './to-truth.js';

/** How often a stored error is answered by another attempt, and how many dead sessions are stepped over. */
const MOST_RAISES = 3;
const MOST_DEAD = 10;

/** A session for the purchase, and whether this request made it. */
export interface Creation {
  readonly reading: SessionReading;
  readonly fresh: boolean;
}

/**
 * Creates a session, or finds the one that the same purchase has already made.
 *
 * Stripe keeps the first answer to an idempotency key for a day, errors included, and repeats it. So a repeated
 * success is a snapshot and is read again; a repeated error, or a session that has expired since, is stepped over
 * with another key that any copy of this server would choose as well.
 *
 * @param dead - The browser's earlier session, when that can no longer be paid.
 */
export async function createSession(
  stripe: Stripe,
  purchase: Purchase,
  params: Stripe.Checkout.SessionCreateParams,
  dead: string | null,
): Promise<Creation> {
  let after: string | null = null;
  let attempt = 0;
  for (let steps = 0; steps < MOST_DEAD;) {
    const idempotencyKey = await toIdempotencyKey(purchase, params, attempt, after);
    try {
      const session = await stripe.checkout.sessions.create(params, { idempotencyKey });
      if (!isReplayed(session.lastResponse.headers)) return { reading: { session, intent: null }, fresh: true };
      const found = await readSession(stripe, session.id);
      const reading = found === null ? null : await standsFor(stripe, purchase, found);
      if (reading !== null) return { reading, fresh: false };
      steps += 1;
      after = after === null && dead !== null ? dead : session.id;
    } catch (error) {
      attempt += 1;
      if (!isStored(error) || attempt > MOST_RAISES) throw error;
    }
  }
  throw new Refusal('server.busy', { detail: 'Too many sessions of this purchase have expired.', retryAfter: 60 });
}

/**
 * What a session made before has come to: itself, or the invoice or page in its place. Null once nothing of it can be paid. For
 * who goes on in the form a page is given up, unless it has been paid.
 */
async function standsFor(stripe: Stripe, purchase: Purchase, found: SessionReading): Promise<SessionReading | null> {
  const reading = await followPage(stripe, await withInvoice(stripe, found));
  const status = toStatus(reading);
  if (status === 'expired') return null;
  if (status !== 'open' || reading.session.ui_mode !== 'hosted_page' || asksForPage(purchase)) return reading;
  const over = await expireSession(stripe, reading.session.id);
  return over.name === 'answer' ? over.reading : null;
}

const toIdempotencyKey = (
  { caller, key }: Purchase,
  params: Stripe.Checkout.SessionCreateParams,
  attempt: number,
  after: string | null,
): Promise<string> => digest(JSON.stringify([caller.owner, key, params, attempt, after]));

/**
 * Whether Stripe would answer this key with this error again: it said so, or it failed while executing (500), which
 * it stores. Failures at its edge (502 and above) are not stored.
 */
const isStored = (error: unknown): boolean =>
  isStripeError(error) &&
  (isReplayed(error.headers) || error.statusCode === 500 || error.type === 'StripeIdempotencyError');
