/** The first invoice of a subscription, made after its payment and paid from the start. */
import { lineTotals, type LineTotal } from '../checkout/session-totals.js';
import type { SessionRecord } from '../checkout/session-record.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { Customer, Invoice, InvoiceLineItem, Subscription } from '../stripe-types.js';
import { extraParent, itemParent, toLine, toParent } from './invoice-line.js';
import { nextNumber } from './invoice-number.js';
import { toInvoice } from './new-invoice.js';

export function createInvoice(
  account: Account,
  record: SessionRecord,
  customer: Customer,
  subscription: Subscription,
): Invoice {
  const now = account.now();
  const total = record.session.amount_total ?? 0;
  const subtotal = record.session.amount_subtotal ?? 0;
  const invoice = toInvoice(account, customer, {
    currency: subscription.currency,
    billing_reason: 'subscription_create',
    amount_due: total,
    amount_paid: total,
    attempt_count: total > 0 ? 1 : 0,
    attempted: true,
    custom_fields: subscription.invoice_settings.custom_fields,
    description: subscription.invoice_settings.description,
    effective_at: now,
    ending_balance: 0,
    footer: subscription.invoice_settings.footer,
    number: nextNumber(customer),
    parent: toParent(subscription),
    status: 'paid',
    status_transitions: { finalized_at: now, marked_uncollectible_at: null, paid_at: now, voided_at: null },
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_excluding_tax: total,
  });
  const { id } = invoice;
  invoice.hosted_invoice_url = `${account.origin}/invoices/${id}`;
  invoice.invoice_pdf = `${account.origin}/invoices/${id}/pdf`;
  invoice.lines.data = toLines(lineTotals(account, record), id, subscription);
  account.invoices.set(id, invoice);
  own(account, customer.id, id);
  return invoice;
}

function toLines(totals: readonly LineTotal[], invoice: string, subscription: Subscription): InvoiceLineItem[] {
  return totals.map(({ price, line, name, dueNow }) => {
    const item = subscription.items.data.find((candidate) => candidate.price.id === price.id);
    return toLine(invoice, {
      amount: dueNow,
      currency: price.currency,
      description: `${String(line.quantity)} × ${name}`,
      parent: item ? itemParent(subscription.id, item.id) : extraParent(subscription.id),
      period: {
        start: subscription.start_date,
        end: item?.current_period_end ?? subscription.start_date,
      },
      price,
      quantity: line.quantity,
      subscription: subscription.id,
    });
  });
}
