/** Looks at the session a browser already has for its purchase. */
import type Stripe from 'stripe';
import { parseAssignment } from '../contract/assignment.js';
import { METADATA } from '../contract/metadata.js';
import { GUEST } from './caller.js';
import { sellsTheSame } from './line-items.js';
import type { PricedLine } from './priced-lines.js';
import { asksForPage, type Purchase } from './purchase.js';
import { readLines, readSession, type SessionReading } from './read-session.js';
import { isStripeError } from './stripe-refusal.js';
import { toStatus } from './to-truth.js';

/** What the browser's session is good for. */
export type Resumption =
  /** It can be paid, or has ended: it is the answer. */
  | { readonly name: 'answer'; readonly reading: SessionReading }
  /** It can no longer be paid: another takes its place. `id` is null when there was none, or one of somebody else's. */
  | { readonly name: 'replace'; readonly id: string | null };

/** Whether the session was made for this purchase, by whoever holds its key, and may be shown to this caller. */
function belongs({ session }: SessionReading, { caller, keyHash }: Purchase): boolean {
  const owner = session.metadata?.[METADATA.owner];
  return (owner === caller.owner || owner === GUEST) && session.metadata?.[METADATA.purchase] === keyHash;
}

/** Whether a session counts for the experiment that is asked for: who is counted where is settled when it is made. */
const countsFor = ({ session }: SessionReading, { placement }: Purchase): boolean =>
  placement === null || parseAssignment(session.metadata)?.name === placement.name;

/** Whether the session can go on for this purchase: the same owner, the same experiment. */
const goesOn = (reading: SessionReading, purchase: Purchase): boolean =>
  belongs(reading, purchase) &&
  reading.session.metadata?.[METADATA.owner] === purchase.caller.owner &&
  countsFor(reading, purchase);

/** Whether saved cards can be removed in a session. It may have been made before a subscription came to need one. */
const removes = ({ session }: SessionReading): boolean =>
  session.saved_payment_method_options?.payment_method_remove === 'enabled';

/**
 * Decides about the browser's session: given back while it is open, sells the same, and has the same owner
 * and experiment; the answer when its money has moved; else expired, for another to be made.
 */
export async function resumeSession(
  stripe: Stripe,
  purchase: Purchase,
  reading: SessionReading | null,
  now: { readonly lines: () => Promise<readonly PricedLine[]>; readonly removable: () => Promise<boolean> },
): Promise<Resumption> {
  if (reading === null || !belongs(reading, purchase)) return { name: 'replace', id: null };
  const { session } = reading;
  switch (toStatus(reading)) {
    case 'complete':
    case 'processing':
    case 'requires_action':
    case 'failed':
    case 'invoiced':
      return { name: 'answer', reading };
    case 'expired':
      return { name: 'replace', id: session.id };
    case 'open': {
      const usable = (session.client_secret !== null || asksForPage(purchase)) && goesOn(reading, purchase);
      const safe = usable && (!removes(reading) || (await now.removable()));
      if (safe && sellsTheSame(await now.lines(), await readLines(stripe, session))) return { name: 'answer', reading };
      return expireSession(stripe, session.id);
    }
  }
}

/** Expires a session. When it has been paid in between, that is the answer. */
export async function expireSession(stripe: Stripe, id: string): Promise<Resumption> {
  try {
    await stripe.checkout.sessions.expire(id);
    return { name: 'replace', id };
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
    const reading = await readSession(stripe, id);
    if (reading === null || reading.session.status === 'expired') return { name: 'replace', id };
    if (reading.session.status === 'complete') return { name: 'answer', reading };
    throw error;
  }
}
