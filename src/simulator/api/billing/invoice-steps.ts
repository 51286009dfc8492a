/** What time does to an invoice: drafts are finalized, open ones tried again, late ones overdue. */
import type { Account } from '../state/account.js';
import type { Invoice, Subscription } from '../stripe-types.js';
import { cancelSubscription, changeStatus } from './change-subscription.js';
import { tryInvoice } from './collect-invoice.js';
import { nextTry } from './dunning.js';
import { finalizeInvoice } from './finalize-invoice.js';
import { subscriptionOf } from './find-billing.js';

/** Something that falls due at a moment, in Unix seconds. */
export interface Step {
  readonly at: number;
  readonly run: () => void;
}

export function nextInvoiceStep(account: Account, invoice: Invoice): Step | null {
  const { status, automatically_finalizes_at: finalizes, next_payment_attempt: next, due_date: due } = invoice;
  if (status === 'draft' && finalizes !== null) {
    return {
      at: finalizes,
      run: () => {
        open(account, invoice);
      },
    };
  }
  if (status !== 'open') return null;
  if (next !== null) {
    return {
      at: next,
      run: () => {
        attempt(account, invoice);
      },
    };
  }
  const key = `invoice.overdue:${invoice.id}`;
  if (due === null || account.announced.has(key)) return null;
  return {
    at: due,
    run: () => {
      account.announced.add(key);
      account.emit('invoice.overdue', invoice);
      const subscription = subscriptionOf(account, invoice);
      if (subscription?.status === 'active') changeStatus(account, subscription, 'past_due');
    },
  };
}

function open(account: Account, invoice: Invoice): void {
  finalizeInvoice(account, invoice);
  if (invoice.collection_method === 'send_invoice') account.emit('invoice.sent', invoice);
  else if (invoice.amount_due > 0) attempt(account, invoice);
}

function attempt(account: Account, invoice: Invoice): void {
  const next = nextTry(invoice.attempt_count + 1, account.now());
  const paid = tryInvoice(account, invoice, next);
  if (paid || next !== null) return;
  invoice.auto_advance = false;
  const subscription = subscriptionOf(account, invoice);
  if (subscription?.status === 'past_due' && subscription.latest_invoice === invoice.id) giveUp(account, subscription);
}

/** Nothing has helped: what the account's settings say happens. */
function giveUp(account: Account, subscription: Subscription): void {
  const { afterRetries } = account.dunning;
  if (afterRetries === 'cancel') cancelSubscription(account, subscription, 'payment_failed');
  if (afterRetries === 'unpaid') changeStatus(account, subscription, 'unpaid');
}
