/** Writes to an open session, and reads it as it is afterwards. */
import type Stripe from 'stripe';
import { completeReading, readSession, SESSION_EXPAND, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';
import { toStatus } from './to-truth.js';

/** Changes the session. Refuses when it has ended in between. */
export async function updateSession(
  stripe: Stripe,
  id: string,
  params: Stripe.Checkout.SessionUpdateParams,
): Promise<SessionReading> {
  try {
    const changed = await stripe.checkout.sessions.update(id, { ...params, expand: SESSION_EXPAND });
    return await completeReading(stripe, changed);
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
    const now = await readSession(stripe, id);
    throw now !== null && toStatus(now) === 'open' ? error : new Refusal('session.closed');
  }
}
