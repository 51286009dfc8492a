/** Billing hears of the payments of its invoices, however and by whom they were made. */
import { inTimeOf } from '../clocks/in-time-of.js';
import type { Account } from '../state/account.js';
import type { EventType, PaymentIntent } from '../stripe-types.js';
import { customerOf } from './find-billing.js';
import { invoiceOfIntent } from './invoice-payment.js';
import { markFailed, markPaid } from './settle-invoice.js';

/** Runs with every event, in the step that caused it. */
export function reactToPayment(account: Account, type: EventType, object: object): void {
  if (type !== 'payment_intent.succeeded' && type !== 'payment_intent.payment_failed') return;
  if (!isIntent(object)) return;
  const invoice = invoiceOfIntent(account, object);
  if (!invoice || invoice.status === 'paid' || invoice.status === 'void') return;
  inTimeOf(account, customerOf(account, invoice), () => {
    if (type === 'payment_intent.succeeded') markPaid(account, invoice, object);
    else markFailed(account, invoice);
  });
}

const isIntent = (object: object): object is PaymentIntent => 'object' in object && object.object === 'payment_intent';
