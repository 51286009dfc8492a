/** Puts a page of Stripe's in the place of a session. Expiring the session is the lock: it is paid there or here, never both. */
import type Stripe from 'stripe';
import { withInvoice } from './bill-session.js';
import { NO_HOSTED_MARK, parseHostedMark, toHostedMark, type HostedMark } from './hosted-mark.js';
import { toHostedParams } from './hosted-params.js';
import { INVOICED_MARK } from './invoice-mark.js';
import { makeOnce } from './make-once.js';
import { readLines, readSession, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { isReplayed, isStripeError } from './stripe-refusal.js';

/**
 * Replaces an open session. Two that ask at the same time, and one that asks again after a lost answer, are given the same
 * page: it follows from the session and its mark alone. Where the session was paid in between, that is the answer.
 */
export async function replaceByPage(stripe: Stripe, id: string, mark: HostedMark): Promise<SessionReading | null> {
  try {
    await stripe.checkout.sessions.update(id, { metadata: { ...toHostedMark(mark), [INVOICED_MARK]: '' } });
    await stripe.checkout.sessions.expire(id);
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
  }
  const reading = await readSession(stripe, id);
  return reading === null ? null : followPage(stripe, await withInvoice(stripe, reading));
}

/**
 * The page that has taken a session's place, where one has; else the session itself. Made now if that was interrupted, but never
 * for a session that ran out by itself.
 */
export async function followPage(stripe: Stripe, reading: SessionReading): Promise<SessionReading> {
  const { session, invoiced } = reading;
  const mark = isReplaced(session) && invoiced === undefined ? parseHostedMark(session) : null;
  if (mark === null) return reading;
  const params = toHostedParams(session, await readLines(stripe, session), mark);
  const page = await makeOnce(
    `hosted:${session.id}`,
    () => Promise.resolve(null),
    (options) => stripe.checkout.sessions.create(params, options),
  );
  if (!isReplayed(page.lastResponse.headers)) return { session: page, intent: null };
  return (await readSession(stripe, page.id)) ?? reading;
}

/** Whether a page has taken the session's place, or is about to. */
export const isReplaced = (session: Stripe.Checkout.Session): boolean =>
  session.status === 'expired' && session.expires_at * 1000 > Date.now() && parseHostedMark(session) !== null;

/**
 * The customer goes on in the form: what is not replaced by then is not to be replaced later. Where another tab was quicker, the
 * page asks again.
 */
export async function dropMark(stripe: Stripe, { session }: SessionReading): Promise<void> {
  if (session.status !== 'open' || parseHostedMark(session) === null) return;
  try {
    await stripe.checkout.sessions.update(session.id, { metadata: { ...NO_HOSTED_MARK } });
  } catch (error) {
    if (isStripeError(error) && error.type === 'StripeInvalidRequestError')
      throw new Refusal('server.busy', { detail: 'The session has just been replaced.', retryAfter: 1 });
    throw error;
  }
}
