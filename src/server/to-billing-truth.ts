/** Computes where an invoice or a SetupIntent stands. */
import type Stripe from 'stripe';
import type { SessionStatus } from '../contract/sessions.js';
import type { Truth } from '../contract/truth.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { toIntentFacts, type IntentFacts } from './intent-facts.js';
import type { InvoiceReading } from './read-billing.js';

/** Where an intent stands. A bank that asks on the page is not an end: it can be confirmed once more. */
function ofIntent(intent: IntentFacts | null): SessionStatus {
  switch (intent?.status) {
    case 'succeeded':
    case 'requires_capture':
      return 'complete';
    case 'processing':
      return 'processing';
    case 'canceled':
      return 'expired';
    case 'requires_action':
      return intent.verification === null ? 'open' : 'requires_action';
    default:
      return 'open';
  }
}

/** Where an invoice stands: what it says itself, else what its intent says. */
export function toInvoiceStatus({ invoice, facts }: InvoiceReading): SessionStatus {
  if (invoice.status === 'paid') return 'complete';
  return invoice.status === 'void' ? 'expired' : ofIntent(facts);
}

/** The truth about an invoice. */
export function toInvoiceTruth(reading: InvoiceReading): Truth {
  const { invoice, facts } = reading;
  const status = toInvoiceStatus(reading);
  const complete = status === 'complete';
  const amount = invoice.status === 'paid' ? invoice.amount_due : invoice.amount_remaining;
  return {
    ...common(invoice.id, status, facts, invoice.livemode),
    mode: 'payment',
    payment: complete ? (invoice.amount_due === 0 ? 'none_due' : 'paid') : null,
    amount,
    currency: invoice.currency,
    links: { ...noLinks(status, facts), invoice: invoice.hosted_invoice_url ?? null, receipt: reading.receipt },
  };
}

/** The truth about a method that is kept. */
export function toSetupTruth(intent: Stripe.SetupIntent): Truth {
  const facts = toIntentFacts(intent);
  const status = ofIntent(facts);
  return {
    ...common(intent.id, status, facts, intent.livemode),
    mode: 'setup',
    payment: status === 'complete' ? 'none_due' : null,
    amount: null,
    currency: null,
    links: noLinks(status, facts),
  };
}

const common = (id: string, status: SessionStatus, facts: IntentFacts | null, livemode: boolean) => ({
  contract: CONTRACT_VERSION,
  id,
  status,
  attempt: status === 'open' && facts?.status === 'requires_action' ? ('unfinished' as const) : null,
  decline: status === 'open' ? (facts?.decline ?? null) : null,
  expectedAt: status === 'requires_action' ? (facts?.verification?.arrival ?? null) : null,
  livemode,
});

const noLinks = (status: SessionStatus, facts: IntentFacts | null): Truth['links'] => ({
  invoice: null,
  receipt: null,
  verification: status === 'requires_action' ? (facts?.verification?.url ?? null) : null,
});
