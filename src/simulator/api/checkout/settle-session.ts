/** A complete session whose money was still on its way: it has arrived, or has come back. */
import type { Account } from '../state/account.js';
import { ownedBy } from '../state/owned.js';
import type { Invoice, InvoicePayment, Subscription } from '../stripe-types.js';
import type { SessionRecord } from './session-record.js';

/** Whether the money of a session is on its way, or waits for a proof. */
export function isOwed(account: Account, { intentId }: SessionRecord): boolean {
  const status = intentId === null ? undefined : account.paymentIntents.get(intentId)?.status;
  return status === 'processing' || status === 'requires_action';
}

/** Told once the session's intent has ended. */
export function settleSession(account: Account, record: SessionRecord): void {
  const { session, intentId } = record;
  const intent = intentId === null ? undefined : account.paymentIntents.get(intentId);
  if (!intent || session.status !== 'complete') return;
  const paid = intent.status === 'succeeded';
  const invoice = typeof session.invoice === 'string' ? account.invoices.get(session.invoice) : undefined;
  const subscription =
    typeof session.subscription === 'string' ? account.subscriptions.get(session.subscription) : undefined;
  if (invoice?.status === 'open') {
    if (paid) payInvoice(account, invoice);
    else account.emit('invoice.payment_failed', invoice);
  }
  if (subscription) move(account, subscription, paid);
  if (paid) session.payment_status = 'paid';
  account.emit(paid ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed', session);
}

/** An invoice that was finalized and not paid at once. */
export function oweInvoice(invoice: Invoice): void {
  invoice.status = 'open';
  invoice.amount_paid = 0;
  invoice.amount_remaining = invoice.total;
  invoice.status_transitions.paid_at = null;
}

export function owePayment(payment: InvoicePayment): void {
  payment.status = 'open';
  payment.amount_paid = null;
  payment.status_transitions.paid_at = null;
}

function payInvoice(account: Account, invoice: Invoice): void {
  const now = account.now();
  invoice.status = 'paid';
  invoice.amount_paid = invoice.total;
  invoice.amount_remaining = 0;
  invoice.status_transitions.paid_at = now;
  const [payment] = ownedBy(account, invoice.id, account.invoicePayments);
  if (payment) {
    payment.status = 'paid';
    payment.amount_paid = invoice.total;
    payment.status_transitions.paid_at = now;
    account.emit('invoice_payment.paid', payment);
  }
  account.emit('invoice.paid', invoice);
  account.emit('invoice.payment_succeeded', invoice);
}

/** While the debit is under way the subscription is active already; it was incomplete while a proof was waited for. */
function move(account: Account, subscription: Subscription, paid: boolean): void {
  const before = subscription.status;
  if (before === 'incomplete') subscription.status = paid ? 'active' : 'incomplete';
  else if (before === 'active' && !paid) subscription.status = 'past_due';
  if (subscription.status !== before) account.emit('customer.subscription.updated', subscription, { status: before });
}
