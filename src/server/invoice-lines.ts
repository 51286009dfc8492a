/** Reads all lines of an invoice: Stripe sends the first few along, and lists the others. */
import type Stripe from 'stripe';

/** Most lines that are shown; Stripe holds fewer on one that is made by hand. */
const MOST_LINES = 1000;
const PER_PAGE = 100;

/** The invoice with all its lines. Asks only where some are missing. */
export async function withAllLines(stripe: Stripe, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  if (!invoice.lines.has_more) return invoice;
  const listed = stripe.invoices.listLineItems(invoice.id, { limit: PER_PAGE });
  const data = await listed.autoPagingToArray({ limit: MOST_LINES });
  return { ...invoice, lines: { ...invoice.lines, data, has_more: false } };
}
