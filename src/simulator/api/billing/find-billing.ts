/** Finds invoices and subscriptions, and who they are for. */
import { missingResource } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { Customer, Invoice, InvoiceItem, InvoicePayment, Subscription } from '../stripe-types.js';

export function findInvoice(account: Account, id: string, param?: string): Invoice {
  const invoice = account.invoices.get(id);
  if (!invoice) throw missingResource('invoice', id, param, param ? 400 : 404);
  return invoice;
}

export function findInvoicePayment(account: Account, id: string): InvoicePayment {
  const payment = account.invoicePayments.get(id);
  if (!payment) throw missingResource('invoice_payment', id);
  return payment;
}

export function findInvoiceItem(account: Account, id: string): InvoiceItem {
  const item = account.invoiceItems.get(id);
  if (!item) throw missingResource('invoiceitem', id);
  return item;
}

export function findSubscription(account: Account, id: string, param?: string): Subscription {
  const subscription = account.subscriptions.get(id);
  if (!subscription) throw missingResource('subscription', id, param, param ? 400 : 404);
  return subscription;
}

/** The customer of a billing object; none when they were deleted. */
export const customerOf = (
  account: Account,
  { customer }: Pick<Invoice | Subscription, 'customer'>,
): Customer | undefined => (typeof customer === 'string' ? account.customers.get(customer) : undefined);

/** The subscription that an invoice is for. */
export function subscriptionOf(account: Account, { parent }: Invoice): Subscription | undefined {
  const id = parent?.subscription_details?.subscription;
  return typeof id === 'string' ? account.subscriptions.get(id) : undefined;
}
