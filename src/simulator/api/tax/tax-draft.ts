/** Taxes a draft: of a period, where the subscription was sold with automatic tax, or of a server that asks for it. */
import { addUp } from '../billing/draft-lines.js';
import { findPrice } from '../catalog/prices.js';
import type { Account } from '../state/account.js';
import type { Customer, Invoice, InvoiceLineItem } from '../stripe-types.js';
import { taxIdsOf } from './create-tax-id.js';
import { taxAt, taxOn, type SessionTax } from './session-tax.js';
import { taxInvoice, type TaxedLine } from './tax-invoice.js';

/** At the customer's address, and with their ids, as they are now. Without a place it is not taxed, and says so. */
export function taxDraft(account: Account, customer: Customer, invoice: Invoice): void {
  const ids = taxIdsOf(account, customer.id);
  const tax = taxAt(customer.address ?? null, ids);
  if (tax === 'unknown') {
    invoice.automatic_tax = {
      ...invoice.automatic_tax,
      enabled: true,
      liability: { type: 'self' },
      provider: 'stripe',
      status: 'requires_location_inputs',
    };
    return;
  }
  const lines = invoice.lines.data.map((line) => toTaxed(account, tax, line));
  taxInvoice(invoice, tax, lines, ids);
  addUp(invoice);
}

/** What has no price is not taxed: nobody has said what it is. */
function toTaxed(account: Account, tax: SessionTax, line: InvoiceLineItem): TaxedLine | null {
  const id = line.pricing?.price_details?.price;
  if (typeof id !== 'string') return null;
  const price = findPrice(account, id);
  const offNow = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return { price, dueNow: line.amount, offNow, taxNow: taxOn(tax, price, line.amount - offNow) };
}
