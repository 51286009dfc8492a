/** Computes where a payment stands from Stripe's objects. */
import type Stripe from 'stripe';
import { CONTRACT_VERSION } from '../contract/version.js';
import type { SessionStatus } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import { toArrival } from './expected-arrival.js';
import { toExpanded } from './expanded.js';
import type { IntentFacts } from './intent-facts.js';
import type { SessionReading } from './read-session.js';

/** Where a session stands, row by row as Stripe's objects tell it. */
export function toStatus({ session, intent, invoiced }: SessionReading): SessionStatus {
  if (session.status === 'expired') return invoiced === undefined ? 'expired' : 'invoiced';
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
  const { session, intent, invoiced } = reading;
  const status = toStatus(reading);
  const invoice = invoiced ?? toExpanded(session.invoice);
  const charge = toExpanded(toExpanded(session.payment_intent)?.latest_charge);
  const method = intent?.method ?? toExpanded(toExpanded(session.subscription)?.default_payment_method)?.type ?? null;
  const verification = status === 'requires_action' ? (intent?.verification ?? null) : null;
  return {
    contract: CONTRACT_VERSION,
    id: session.id,
    status,
    mode: toMode(session.mode),
    payment: toPayment(reading),
    amount: invoiced === undefined ? session.amount_total : invoiced.total,
    currency: session.currency,
    attempt: status === 'open' && intent?.status === 'requires_action' ? 'unfinished' : null,
    decline: status === 'open' || status === 'failed' ? (intent?.decline ?? null) : null,
    links: {
      invoice: invoice?.hosted_invoice_url ?? null,
      receipt: charge?.receipt_url ?? null,
      verification: verification?.url ?? null,
    },
    expectedAt:
      (invoiced?.status === 'open' ? invoiced.due_date : null) ??
      verification?.arrival ??
      (status === 'processing' && intent ? toArrival(method, intent.sent) : null),
    ...(method !== null && { method }),
    ...(session.ui_mode === 'hosted_page' && { via: 'hosted' as const }),
    livemode: session.livemode,
  };
}

function toPayment(reading: SessionReading): Truth['payment'] {
  const status = toStatus(reading);
  if (status === 'invoiced') return status;
  if (status !== 'complete') return null;
  return reading.session.payment_status === 'no_payment_required' ? 'none_due' : 'paid';
}

/** The mode as the contract names it. Stripe's type is open; its API has these three. */
export function toMode(mode: Stripe.Checkout.Session.Mode): Truth['mode'] {
  if (mode === 'subscription') return 'subscription';
  return mode === 'setup' ? 'setup' : 'payment';
}
