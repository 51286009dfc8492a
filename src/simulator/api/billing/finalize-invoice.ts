/** Turns a draft into something that is owed: numbered, fixed, with a PaymentIntent of its own. */
import { leastCharge } from '../catalog/currencies.js';
import { invalidRequest, notSimulated } from '../http/api-error.js';
import { toPaymentIntent } from '../payments/to-payment-intent.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { Customer, Invoice } from '../stripe-types.js';
import { findCustomer } from '../customers/create-customer.js';
import { namedTaxIds } from '../tax/create-tax-id.js';
import { subscriptionOf } from './find-billing.js';
import { nextNumber } from './invoice-number.js';
import { createInvoicePayment } from './invoice-payment.js';
import { markPaid } from './settle-invoice.js';
import { idOf } from '../state/id-of.js';

/** Finalizes a draft. Where nothing is due it is paid with that. */
export function finalizeInvoice(account: Account, invoice: Invoice): Invoice {
  if (invoice.status !== 'draft') {
    const message = "This invoice is already finalized, you can't re-finalize a non-draft invoice.";
    throw invalidRequest(message, { code: 'invoice_not_editable' });
  }
  const least = leastCharge[invoice.currency] ?? 0;
  if (invoice.amount_due > 0 && invoice.amount_due < least)
    throw notSimulated('amount_due', 'An invoice below the least charge');
  const customer = findCustomer(account, idOf(invoice.customer ?? ''));
  const now = account.now();
  invoice.number = nextNumber(customer);
  invoice.customer_tax_ids = namedTaxIds(account, customer.id);
  invoice.effective_at ??= now;
  invoice.ending_balance = 0;
  invoice.automatically_finalizes_at = null;
  invoice.hosted_invoice_url = `${account.origin}/invoices/${invoice.id}`;
  invoice.invoice_pdf = `${invoice.hosted_invoice_url}/pdf`;
  invoice.status = 'open';
  invoice.status_transitions.finalized_at = now;
  account.emit('invoice.finalized', invoice);
  if (invoice.amount_due === 0) markPaid(account, invoice, null);
  else ask(account, invoice, customer);
  return invoice;
}

/** Makes the payment that can be confirmed from a page, and by nobody else than Billing and its customer. */
function ask(account: Account, invoice: Invoice, customer: Customer): void {
  const subscription = subscriptionOf(account, invoice);
  const keeps = subscription !== undefined && invoice.collection_method === 'charge_automatically';
  const intent = toPaymentIntent(account, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: customer.id,
    capture_method: 'automatic',
    description: subscription
      ? describe(invoice)
      : (invoice.description ?? `Payment for Invoice ${invoice.number ?? ''}`),
    setup_future_usage: keeps ? 'off_session' : null,
    payment_method_types: [...(invoice.payment_settings.payment_method_types ?? ['card'])],
  });
  account.paymentIntents.set(intent.id, intent);
  account.intentStates.set(intent.id, { challenge: null, invoice: invoice.id });
  own(account, customer.id, intent.id);
  createInvoicePayment(account, invoice, intent.id, 'open');
  account.emit('payment_intent.created', intent);
}

const describe = ({ billing_reason: reason }: Invoice): string =>
  reason === 'subscription_create' ? 'Subscription creation' : 'Subscription update';
