/** Reads invoices and SetupIntents that stand in the place of a session. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { Caller } from './caller.js';
import { toExpanded, toId } from './expanded.js';
import { toIntentFacts, type IntentFacts } from './intent-facts.js';
import { isStripeError } from './stripe-refusal.js';
import { whole } from './whole.js';

/** A customer the host knows. */
export interface KnownCaller {
  readonly customer: string;
  readonly owner: string;
}

/** An invoice, and the intent that pays it. */
export interface InvoiceReading {
  readonly invoice: Stripe.Invoice;
  readonly intent: Stripe.PaymentIntent | null;
  readonly facts: IntentFacts | null;
  /** Where the receipt is of what paid it; null while it is not paid, and where it was paid otherwise. */
  readonly receipt: string | null;
}

const INVOICE_EXPAND = [
  'confirmation_secret',
  'customer',
  'discounts.source.coupon',
  'payments.data.payment.payment_intent',
];

/** Reads an invoice of this customer; null when they have none of that id. */
export async function readInvoice(stripe: Stripe, id: string, customer: string): Promise<InvoiceReading | null> {
  const invoice = await orNull(stripe.invoices.retrieve(id, { expand: INVOICE_EXPAND }));
  return invoice !== null && toId(invoice.customer) === customer ? toReading(stripe, invoice) : null;
}

async function toReading(stripe: Stripe, invoice: Stripe.Invoice): Promise<InvoiceReading> {
  const payments = invoice.payments?.data ?? [];
  const payment = payments.find((candidate) => candidate.is_default) ?? payments[0];
  const intent = toExpanded(payment?.payment.payment_intent);
  // From the invoice a charge would be five levels deep; Stripe expands four.
  const charge = invoice.status === 'paid' ? toId(intent?.latest_charge ?? null) : null;
  const receipt = charge === null ? null : ((await orNull(stripe.charges.retrieve(charge)))?.receipt_url ?? null);
  return { invoice, intent, facts: toIntentFacts(intent), receipt };
}

/** Reads a SetupIntent that this server made for this customer; null when there is none of that id. */
export async function readSetup(stripe: Stripe, id: string, caller: Caller): Promise<Stripe.SetupIntent | null> {
  const intent = await orNull(stripe.setupIntents.retrieve(id));
  return intent?.metadata?.[METADATA.owner] === caller.owner ? intent : null;
}

/** What Stripe has, or null where it has none of that id. */
export async function orNull<T extends { readonly object: string }>(asked: Promise<T>): Promise<T | null> {
  try {
    return whole(await asked);
  } catch (error) {
    if (isStripeError(error) && (error.code === 'resource_missing' || error.statusCode === 404)) return null;
    throw error;
  }
}
