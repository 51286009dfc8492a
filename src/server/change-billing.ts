/** Keeps what a customer says about an invoice they pay, or a method they keep. Nothing of what they owe can be changed. */
import type Stripe from 'stripe';
import type { SessionChange } from '../contract/session-change.js';
import type { Truth } from '../contract/truth.js';
import type { Caller } from './caller.js';
import { findStanding } from './find-standing.js';
import { Refusal } from './refusal.js';
import { toDetails } from './to-details.js';

/** Answers with the truth; null for an id of neither. Metadata is what Stripe takes of a finalized invoice. */
export async function changeBilling(
  stripe: Stripe,
  id: string,
  change: SessionChange,
  caller: Caller,
): Promise<Truth | null> {
  const objects = id.startsWith('in_') ? stripe.invoices : id.startsWith('seti_') ? stripe.setupIntents : null;
  if (objects === null) return null;
  const { truth } = await findStanding(stripe, id, caller);
  if (change.change !== 'details') {
    throw new Refusal('request.invalid', { field: 'change', detail: 'Only a purchase can be changed.' });
  }
  if (truth.status !== 'open') throw new Refusal('session.closed');
  const metadata = toDetails(change, (await objects.retrieve(id)).metadata);
  if (Object.keys(metadata).length > 0) await objects.update(id, { metadata });
  return truth;
}
