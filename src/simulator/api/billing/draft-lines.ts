/** What stands on a draft, and what that adds up to. */
import { findPrice } from '../catalog/prices.js';
import type { Account } from '../state/account.js';
import type { Customer, Invoice, InvoiceItem, InvoiceLineItem } from '../stripe-types.js';
import { ownedBy } from '../state/owned.js';
import { extraParent, toLine } from './invoice-line.js';

/** Puts lines on a draft. */
export function addLines(invoice: Invoice, lines: readonly InvoiceLineItem[]): void {
  invoice.lines.data = [...invoice.lines.data, ...lines];
  addUp(invoice);
}

/** Puts an item on a draft. */
export function addItem(account: Account, invoice: Invoice, item: InvoiceItem): void {
  item.invoice = invoice.id;
  const price = item.pricing?.price_details?.price;
  const line = toLine(invoice.id, {
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    metadata: { ...item.metadata },
    parent: extraParent(null, item.id),
    period: item.period,
    price: typeof price === 'string' ? findPrice(account, price) : null,
    quantity: item.quantity,
    subscription: null,
  });
  addLines(invoice, [line]);
}

/** Takes an item off a draft. */
export function dropItem(invoice: Invoice, item: InvoiceItem): void {
  invoice.lines.data = invoice.lines.data.filter((line) => line.parent?.invoice_item_details?.invoice_item !== item.id);
  addUp(invoice);
}

/** A customer's items that no invoice has yet. */
export const pendingItems = (account: Account, customer: Customer, currency: string): InvoiceItem[] =>
  ownedBy(account, customer.id, account.invoiceItems)
    .filter((item) => item.invoice === null && item.currency === currency)
    .reverse();

/** Adds a draft up again. Amounts in minor units; less than nothing is due as nothing. */
export function addUp(invoice: Invoice): void {
  const subtotal = invoice.lines.data.reduce((sum, { amount }) => sum + amount, 0);
  const off = (invoice.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const taxOf = (behavior: 'exclusive' | 'inclusive'): number =>
    (invoice.total_taxes ?? []).reduce((sum, tax) => sum + (tax.tax_behavior === behavior ? tax.amount : 0), 0);
  const included = taxOf('inclusive');
  const untaxed = subtotal - off - included;
  const total = subtotal - off + taxOf('exclusive');
  invoice.subtotal = subtotal;
  invoice.subtotal_excluding_tax = subtotal - included;
  invoice.total = total;
  invoice.total_excluding_tax = untaxed;
  invoice.amount_due = Math.max(0, total);
  invoice.amount_remaining = invoice.amount_due;
}
