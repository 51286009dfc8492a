/** Answers Stripe's events: settles what was paid and runs the host's hooks. */
import type Stripe from 'stripe';
import { parseAssignment } from '../contract/assignment.js';
import { withInvoice } from './bill-session.js';
import { isOurs } from './find-session.js';
import { isReplaced } from './hosted-page.js';
import { runAlways, type CheckoutFact, type Hooks, type Once } from './hooks.js';
import { readSession, type SessionReading } from './read-session.js';
import { orNull } from './read-billing.js';
import { settle } from './settle.js';
import { settleSetup } from './settle-setup.js';
import { tellSubscription } from './subscription-hooks.js';
import { toTruth } from './to-truth.js';

/**
 * Handles an event you have verified yourself. Events come late, twice and out of order: only the session's id is
 * taken from it, the session is read from Stripe. Events of other kinds, and other sessions, are left alone.
 */
export async function handleEvent(
  stripe: Stripe,
  event: Stripe.Event,
  hooks: Hooks = {},
  once: Once = runAlways,
): Promise<void> {
  if (event.type === 'setup_intent.succeeded') {
    const intent = await orNull(stripe.setupIntents.retrieve(event.data.object.id));
    if (intent !== null) await settleSetup(stripe, intent);
    return;
  }
  await tellSubscription(stripe, event, hooks, once);
  const id = toSessionId(event);
  const found = id === null ? null : await readSession(stripe, id);
  if (found === null || !isOurs(found.session)) return;
  // The purchase goes on, on a page of Stripe's.
  if (isReplaced(found.session)) return;
  const reading = await withInvoice(stripe, found);
  await settle(stripe, reading);
  await runHook(reading, hooks, once);
}

function toSessionId(event: Stripe.Event): string | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return event.data.object.id;
    default:
      return null;
  }
}

/** The hook that stands for where the session is now; none while it is on its way. */
async function runHook(reading: SessionReading, hooks: Hooks, once: Once): Promise<void> {
  const { session } = reading;
  const truth = toTruth(reading);
  const name = truth.status === 'complete' || truth.status === 'invoiced' ? 'completed' : truth.status;
  if (name !== 'completed' && name !== 'failed' && name !== 'expired') return;
  const hook = hooks[name];
  if (hook === undefined) return;
  const fact: CheckoutFact = {
    fact: `checkout.${name}:${session.id}:${truth.payment ?? name}`,
    session,
    truth,
    assignment: parseAssignment(session.metadata),
  };
  await once(fact.fact, async () => hook(fact));
}
