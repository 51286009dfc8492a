/** What ties an invoice to the PaymentIntent that pays it. */
import type { Account } from '../state/account.js';
import { randomText } from '../state/make-id.js';
import { own, ownedBy } from '../state/owned.js';
import type { Invoice, InvoicePayment, PaymentIntent } from '../stripe-types.js';

/** Ties the invoice to the PaymentIntent that paid it, or is to. */
export function createInvoicePayment(
  account: Account,
  invoice: Invoice,
  intentId: string,
  status: 'open' | 'paid' = 'paid',
): InvoicePayment {
  const now = account.now();
  const payment: InvoicePayment = {
    id: `inpay_1${randomText(23)}`,
    object: 'invoice_payment',
    amount_paid: status === 'paid' ? invoice.amount_paid : null,
    amount_requested: invoice.amount_due,
    created: now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intentId, type: 'payment_intent' },
    status,
    status_transitions: { canceled_at: null, paid_at: status === 'paid' ? now : null },
  };
  account.invoicePayments.set(payment.id, payment);
  own(account, invoice.id, payment.id);
  return payment;
}

/** The invoice's own payment; none before it is finalized, and where nothing was due. */
export const defaultPayment = (account: Account, invoice: Invoice): InvoicePayment | undefined =>
  ownedBy(account, invoice.id, account.invoicePayments).find((payment) => payment.is_default);

/** The PaymentIntent of an invoice's own payment. */
export function intentOfInvoice(account: Account, invoice: Invoice): PaymentIntent | undefined {
  const id = defaultPayment(account, invoice)?.payment.payment_intent;
  return typeof id === 'string' ? account.paymentIntents.get(id) : undefined;
}

/** Nobody is to pay it this way any more. */
export function abandonPayment(account: Account, invoice: Invoice): void {
  const payment = defaultPayment(account, invoice);
  const intent = intentOfInvoice(account, invoice);
  const now = account.now();
  if (payment?.status === 'open') {
    payment.status = 'canceled';
    payment.status_transitions.canceled_at = now;
  }
  if (!intent || intent.status === 'succeeded' || intent.status === 'canceled') return;
  const state = account.intentStates.get(intent.id);
  if (state) state.challenge = null;
  intent.status = 'canceled';
  intent.canceled_at = now;
  intent.cancellation_reason = 'void_invoice';
  intent.next_action = null;
  account.emit('payment_intent.canceled', intent);
}

/** The invoice that a PaymentIntent pays. */
export function invoiceOfIntent(account: Account, { id }: PaymentIntent): Invoice | undefined {
  const invoice = account.intentStates.get(id)?.invoice;
  return invoice === undefined ? undefined : account.invoices.get(invoice);
}
