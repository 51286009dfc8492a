/** A complete session whose money was still on its way: it has arrived, or has come back. */
import { markFailed, markPaid } from '../billing/settle-invoice.js';
import type { Account } from '../state/account.js';
import type { Invoice, InvoicePayment } from '../stripe-types.js';
import type { SessionRecord } from './session-record.js';

/** Whether the money of a session is on its way, or waits for a proof. */
export function isOwed(account: Account, { intentId }: SessionRecord): boolean {
  const status = intentId === null ? undefined : account.paymentIntents.get(intentId)?.status;
  return status === 'processing' || status === 'requires_action';
}

/** Told once the session's intent has ended. What becomes of its invoice and its subscription is billing's. */
export function settleSession(account: Account, record: SessionRecord): void {
  const { session, intentId } = record;
  const intent = intentId === null ? undefined : account.paymentIntents.get(intentId);
  if (!intent || session.status !== 'complete') return;
  const paid = intent.status === 'succeeded';
  const invoice = typeof session.invoice === 'string' ? account.invoices.get(session.invoice) : undefined;
  if (invoice?.status === 'open') {
    if (paid) markPaid(account, invoice, intent);
    else {
      // From here on it is paid as any other invoice is.
      account.intentStates.set(intent.id, { challenge: null, invoice: invoice.id });
      markFailed(account, invoice);
    }
  }
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
