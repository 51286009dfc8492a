/** Notes that a customer came to see another variant than the one assigned. Who counts for which never changes. */
import type Stripe from 'stripe';
import { parseAssignment } from '../contract/assignment.js';
import { METADATA } from '../contract/metadata.js';
import type { SessionReading } from './read-session.js';
import { Refusal } from './refusal.js';
import { updateSession } from './update-session.js';

/** Writes it to an open session's metadata, once. Refuses a session outside any experiment. */
export async function markSwitched(stripe: Stripe, reading: SessionReading): Promise<SessionReading> {
  const assignment = parseAssignment(reading.session.metadata);
  if (assignment === null) {
    throw new Refusal('request.invalid', { field: 'change', detail: 'This session was opened in no experiment.' });
  }
  if (assignment.switched) return reading;
  return updateSession(stripe, reading.session.id, { metadata: { [METADATA.switched]: 'true' } });
}
