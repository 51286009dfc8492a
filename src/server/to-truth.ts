/** Computes where a payment stands from Stripe's objects. */
import type Stripe from 'stripe';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { SessionStatus } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import { toArrival } from './expected-arrival.js';
import { toExpanded } from './expanded.js';
import type { IntentFacts } from './intent-facts.js';
import type { SessionReading } from './read-session.js';

/** Set in a session's metadata while its purchase is paid by invoice instead: expiring the session was the lock. */
export const INVOICED_MARK = 'billing_invoiced';

/** Where a session stands, row by row as Stripe's objects tell it. */
export function toStatus({ session, intent }: SessionReading): SessionStatus {
  if (session.status === 'expired') return session.metadata?.[INVOICED_MARK] === undefined ? 'expired' : 'invoiced';
  if (session.status !== 'complete') return intent?.status === 'processing' ? 'processing' : 'open';
  if (session.payment_status !== 'unpaid') return 'complete';
  return intent === null ? 'processing' : toUnpaidStatus(intent);
}

/** A complete session whose money has not arrived. */
function toUnpaidStatus(intent: IntentFacts): SessionStatus {
  switch (intent.status) {
    case 'requires_payment_method':
    case 'canceled':
      return 'failed';
    case 'succeeded':
    case 'requires_capture':
      return 'complete';
    case 'requires_action':
      return intent.verification === null ? 'processing' : 'requires_action';
    default:
      return 'processing';
  }
}

/** Everything a caller may know about a session: no secret, nothing personal. */
export function toTruth(reading: SessionReading): Truth {
  const { session, intent } = reading;
  const status = toStatus(reading);
  const invoice = toExpanded(session.invoice);
  const charge = toExpanded(toExpanded(session.payment_intent)?.latest_charge);
  const method = intent?.method ?? toExpanded(toExpanded(session.subscription)?.default_payment_method)?.type ?? null;
  const verification = status === 'requires_action' ? (intent?.verification ?? null) : null;
  return {
    contract: CONTRACT_VERSION,
    id: session.id,
    status,
    mode: toMode(session.mode),
    payment: status === 'complete' ? (session.payment_status === 'no_payment_required' ? 'none_due' : 'paid') : null,
    amount: session.amount_total,
    currency: session.currency,
    attempt: status === 'open' && intent?.status === 'requires_action' ? 'unfinished' : null,
    decline: status === 'open' || status === 'failed' ? (intent?.decline ?? null) : null,
    links: {
      invoice: invoice?.hosted_invoice_url ?? null,
      receipt: charge?.receipt_url ?? null,
      verification: verification?.url ?? null,
    },
    expectedAt: verification?.arrival ?? (status === 'processing' && intent ? toArrival(method, intent.sent) : null),
    ...(method !== null && { method }),
    livemode: session.livemode,
  };
}

/** The mode as the contract names it. Stripe's type is open; its API has these three. */
export function toMode(mode: Stripe.Checkout.Session.Mode): Truth['mode'] {
  if (mode === 'subscription') return 'subscription';
  return mode === 'setup' ? 'setup' : 'payment';
}
