/** What becomes of an invoice once it is paid or a try has failed, and of the subscription behind it. */
import type { Account } from '../state/account.js';
import type { Invoice, PaymentIntent, Subscription } from '../stripe-types.js';
import { changeStatus } from './change-subscription.js';
import { subscriptionOf } from './find-billing.js';
import { defaultPayment } from './invoice-payment.js';

/** Paid: by the intent, or with null because nothing was due or the money came another way. */
export function markPaid(account: Account, invoice: Invoice, intent: PaymentIntent | null): void {
  const now = account.now();
  const payment = defaultPayment(account, invoice);
  invoice.status = 'paid';
  invoice.amount_paid = invoice.amount_due;
  invoice.amount_remaining = 0;
  invoice.attempted = true;
  if (intent) invoice.attempt_count = Math.max(1, invoice.attempt_count);
  invoice.auto_advance = false;
  invoice.next_payment_attempt = null;
  invoice.status_transitions.paid_at = now;
  if (payment && intent) {
    payment.status = 'paid';
    payment.amount_paid = invoice.amount_due;
    payment.status_transitions.paid_at = now;
    account.emit('invoice_payment.paid', payment);
  }
  account.emit('invoice.paid', invoice);
  account.emit('invoice.payment_succeeded', invoice);
  const subscription = subscriptionOf(account, invoice);
  if (subscription) recover(account, subscription, invoice, intent);
}

/** Only its latest invoice brings a subscription back; a paused or an ended one stays what it is. */
function recover(account: Account, subscription: Subscription, invoice: Invoice, intent: PaymentIntent | null): void {
  const method = intent?.payment_method;
  const keeps = subscription.payment_settings?.save_default_payment_method === 'on_subscription';
  const kept = keeps && typeof method === 'string' && subscription.default_payment_method !== method;
  const behind = ['incomplete', 'past_due', 'unpaid'].includes(subscription.status);
  const back = behind && subscription.latest_invoice === invoice.id;
  if (!kept && !back) return;
  const previous = {
    ...(kept && { default_payment_method: subscription.default_payment_method }),
    ...(back && { status: subscription.status }),
  };
  if (kept) subscription.default_payment_method = method;
  if (back) subscription.status = 'active';
  account.emit('customer.subscription.updated', subscription, previous);
}

/** A try has failed. What follows a renewal is past due from then on; a first invoice leaves its subscription incomplete. */
export function markFailed(account: Account, invoice: Invoice): void {
  invoice.attempted = true;
  invoice.attempt_count = Math.max(1, invoice.attempt_count);
  account.emit('invoice.payment_failed', invoice);
  const subscription = subscriptionOf(account, invoice);
  if (subscription?.latest_invoice !== invoice.id) return;
  if (subscription.status === 'active' || subscription.status === 'trialing') {
    changeStatus(account, subscription, 'past_due');
  }
}
