/** Finds a session for a caller who names its id. */
import type Stripe from 'stripe';
import { sessionIdSchema } from '../contract/open-request.js';
import { METADATA } from '../contract/metadata.js';
import { GUEST, type Caller } from './caller.js';
import { readSession, type SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';

/** Whether this server made the session. Other sessions of the account are none of its business. */
export const isOurs = (session: Stripe.Checkout.Session): boolean => session.metadata?.[METADATA.owner] !== undefined;

/** The session: a customer's for them alone, a guest's for whoever has its unguessable id. */
export async function findSession(stripe: Stripe, id: string, caller: Caller): Promise<SessionReading> {
  const reading = id.startsWith('cs_') && sessionIdSchema.safeParse(id).success ? await readSession(stripe, id) : null;
  const owner = reading?.session.metadata?.[METADATA.owner];
  if (reading === null || (owner !== GUEST && owner !== caller.owner)) throw new Refusal('session.not_found');
  return reading;
}
