/** Reads a Checkout Session with all that the truth about it needs. */
import type Stripe from 'stripe';
import { toExpanded, toId } from './expanded.js';
import { toIntentFacts, type IntentFacts } from './intent-facts.js';
import { isStripeError } from './stripe-refusal.js';
import { whole } from './whole.js';

/**
 * What every read of a session expands. The mode is not known before it is read, so it asks for all three;
 * what a mode does not have stays null.
 */
export const SESSION_EXPAND = [
  'customer',
  'invoice',
  'line_items',
  'payment_intent.latest_charge',
  'setup_intent',
  'subscription.default_payment_method',
];

/** An invoice's payments lie four levels deep, as deep as Stripe expands; from the session it would be five. */
const INVOICE_EXPAND = ['payments.data.payment.payment_intent'];

/** A session and the intent that decides about its money. */
export interface SessionReading {
  readonly session: Stripe.Checkout.Session;
  /** Null while there is none, and where it does not matter: of a subscription only what is unpaid is looked up. */
  readonly intent: IntentFacts | null;
  /** The invoice it is paid by instead, once it is finalized. */
  readonly invoiced?: Stripe.Invoice;
}

/** Reads a session; null when this account has none of that id. */
export async function readSession(stripe: Stripe, id: string): Promise<SessionReading | null> {
  try {
    const session = whole(await stripe.checkout.sessions.retrieve(id, { expand: SESSION_EXPAND }));
    return await completeReading(stripe, session);
  } catch (error) {
    if (isStripeError(error) && (error.code === 'resource_missing' || error.statusCode === 404)) return null;
    throw error;
  }
}

/** Adds the intent to a session that was expanded with {@link SESSION_EXPAND}. */
export async function completeReading(stripe: Stripe, session: Stripe.Checkout.Session): Promise<SessionReading> {
  const own = toExpanded(session.payment_intent) ?? toExpanded(session.setup_intent);
  return { session, intent: toIntentFacts(own ?? (await readInvoiceIntent(stripe, session))) };
}

async function readInvoiceIntent(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
): Promise<Stripe.PaymentIntent | null> {
  const id = toId(session.invoice);
  if (id === null || session.mode !== 'subscription' || session.payment_status !== 'unpaid') return null;
  const { payments } = await stripe.invoices.retrieve(id, { expand: INVOICE_EXPAND });
  const payment = payments?.data.find((candidate) => candidate.is_default) ?? payments?.data[0];
  return toExpanded(payment?.payment.payment_intent);
}

/** All lines of a session: a read holds the first ten. */
export async function readLines(stripe: Stripe, session: Stripe.Checkout.Session): Promise<Stripe.LineItem[]> {
  const { line_items: lines } = session;
  if (lines !== undefined && !lines.has_more) return lines.data;
  return (await stripe.checkout.sessions.listLineItems(session.id, { limit: 100 })).data;
}
