/** Numbers invoices as Stripe does: each customer's in a row. */
import type { Customer } from '../stripe-types.js';

/** The customer's next invoice number. */
export function nextNumber(customer: Customer): string {
  const sequence = customer.next_invoice_sequence ?? 1;
  customer.next_invoice_sequence = sequence + 1;
  return `${customer.invoice_prefix ?? 'SIMULATE'}-${String(sequence).padStart(4, '0')}`;
}
