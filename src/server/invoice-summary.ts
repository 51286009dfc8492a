/** What an invoice asks for, for its customer to read. */
import type Stripe from 'stripe';
import type { ToldSummary } from '../contract/told-summary.js';
import { toExpanded } from './expanded.js';
import type { InvoiceReading } from './read-billing.js';

/** Lines, totals, number and due date; and why the last charge failed. */
export function invoiceSummary({ invoice, intent }: InvoiceReading): ToldSummary {
  const customer = toExpanded(invoice.customer);
  const known = customer === null || customer.deleted === true ? null : customer.email;
  const error = intent?.last_payment_error ?? null;
  const names = namesOf(invoice);
  const sum = (amounts: readonly { readonly amount: number }[] | null | undefined): number =>
    (amounts ?? []).reduce((total, { amount }) => total + amount, 0);
  return {
    currency: invoice.currency,
    lines: invoice.lines.data.map(toLine),
    subtotal: invoice.subtotal,
    discount: sum(invoice.total_discount_amounts),
    ...(names.length > 0 && { discountNames: names }),
    tax: sum(invoice.total_taxes),
    total: invoice.amount_remaining,
    recurring: null,
    email: invoice.customer_email ?? known,
    invoice: { number: invoice.number, dueAt: invoice.due_date },
    failure:
      error?.type === 'card_error'
        ? { declineCode: error.decline_code ?? error.code ?? null, message: error.message ?? null }
        : null,
  };
}

/** Names of the coupons, as the merchant has written them for customers. */
const namesOf = ({ discounts }: Stripe.Invoice): string[] =>
  discounts.flatMap((each) => {
    const discount = toExpanded(each);
    const coupon = discount === null || 'deleted' in discount ? null : toExpanded(discount.source.coupon);
    return coupon?.name ? [coupon.name] : [];
  });

function toLine({ id, description, quantity, amount }: Stripe.InvoiceLineItem): ToldSummary['lines'][number] {
  const units = quantity ?? 1;
  return {
    id,
    // Stripe writes the quantity before the name; we say it ourselves.
    name: (description ?? '').replace(/^\d+ × /, ''),
    quantity: units,
    unitAmount: units === 0 ? 0 : Math.round(amount / units),
    amount,
    cadence: null,
  };
}
