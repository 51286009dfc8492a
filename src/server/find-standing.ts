/** Finds what a caller's id names: a Checkout Session, or the invoice or SetupIntent in its place. */
import type Stripe from 'stripe';
import type { Truth } from '../contract/truth.js';
import type { SessionStatus } from '../contract/sessions.js';
import { sessionIdSchema } from '../contract/open-request.js';
import { withInvoice } from './bill-session.js';
import type { Caller } from './caller.js';
import { followPage } from './hosted-page.js';
import { findSession } from './find-session.js';
import { readInvoice, readSetup } from './read-billing.js';
import { Refusal } from './refusal.js';
import { settle } from './settle.js';
import { settleSetup } from './settle-setup.js';
import { toInvoiceTruth, toSetupTruth } from './to-billing-truth.js';
import { toStatus, toTruth } from './to-truth.js';

/** Where a payment stands, and what is left to do about it. */
export interface Standing {
  readonly truth: Truth;
  readonly settle: () => Promise<void>;
}

const OVER: ReadonlySet<SessionStatus> = new Set(['complete', 'processing', 'requires_action', 'failed']);

export async function findStanding(stripe: Stripe, id: string, caller: Caller): Promise<Standing> {
  const known = sessionIdSchema.safeParse(id).success;
  if (known && id.startsWith('in_')) {
    const reading = caller.customer === null ? null : await readInvoice(stripe, id, caller.customer);
    if (reading === null) throw new Refusal('session.not_found');
    return { truth: toInvoiceTruth(reading), settle: () => Promise.resolve() };
  }
  if (known && id.startsWith('seti_')) {
    const intent = caller.customer === null ? null : await readSetup(stripe, id, caller);
    if (intent === null) throw new Refusal('session.not_found');
    return { truth: toSetupTruth(intent), settle: () => settleSetup(stripe, intent) };
  }
  const found = await withInvoice(stripe, await findSession(stripe, id, caller));
  // A page of Stripe's that has taken its place tells how the purchase ended, where it did.
  const page = await followPage(stripe, found);
  const reading = OVER.has(toStatus(page)) ? page : found;
  return { truth: toTruth(reading), settle: () => settle(stripe, reading) };
}
