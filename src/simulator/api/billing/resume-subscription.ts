/** A subscription that was paused for want of a method goes on, from now. */
import { ApiError, invalidRequest } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { Customer, Subscription } from '../stripe-types.js';
import { billSubscription } from './bill-subscription.js';
import { changeStatus } from './change-subscription.js';
import { charge, payableWith } from './collect-invoice.js';
import { finalizeInvoice } from './finalize-invoice.js';
import { intentOfInvoice } from './invoice-payment.js';
import { periodEnd } from './new-subscription.js';

/** Begins a period now and charges it; unpaid it stays paused. */
export function resumeSubscription(account: Account, subscription: Subscription, customer: Customer): Subscription {
  if (subscription.status !== 'paused') {
    throw invalidRequest(`You can only resume a paused subscription, and this one is ${subscription.status}.`);
  }
  const now = account.now();
  subscription.billing_cycle_anchor = now;
  for (const item of subscription.items.data) {
    item.current_period_start = now;
    item.current_period_end = periodEnd(item.price, now);
  }
  const invoice = billSubscription(account, subscription, customer, 'subscription_cycle');
  account.emit('invoice.created', invoice);
  finalizeInvoice(account, invoice);
  const intent = intentOfInvoice(account, invoice);
  if (intent) {
    invoice.attempt_count = 1;
    try {
      charge(account, invoice, intent, payableWith(account, invoice, undefined));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 402) throw error;
      return subscription;
    }
  }
  changeStatus(account, subscription, 'active');
  account.emit('customer.subscription.resumed', subscription);
  return subscription;
}
