/** What time does to a subscription: a trial ends, a period is renewed, one that was never paid expires. */
import type { Account } from '../state/account.js';
import type { Customer, Subscription } from '../stripe-types.js';
import { billSubscription } from './bill-subscription.js';
import { announceTrialEnd, cancelSubscription, changeStatus } from './change-subscription.js';
import { methodOf } from './collect-invoice.js';
import type { Step } from './invoice-steps.js';
import { abandonPayment } from './invoice-payment.js';
import { periodEnd } from './new-subscription.js';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** A first invoice may be paid this long. */
const INCOMPLETE = 23 * HOUR;
const NOTICE = 3 * DAY;
/** How long before a renewal Stripe tells of it: its Dashboard's default. */
const UPCOMING = 7 * DAY;

export function nextSubscriptionStep(account: Account, subscription: Subscription, customer: Customer): Step | null {
  const step = (at: number, run: () => void): Step => ({ at, run });
  switch (subscription.status) {
    case 'incomplete':
      return step(subscription.created + INCOMPLETE, () => {
        expire(account, subscription);
      });
    case 'trialing': {
      const end = subscription.trial_end ?? subscription.created;
      const told = account.announced.has(`customer.subscription.trial_will_end:${subscription.id}:${String(end)}`);
      if (!told) {
        return step(end - NOTICE, () => {
          announceTrialEnd(account, subscription);
        });
      }
      return step(end, () => {
        endTrial(account, subscription, customer);
      });
    }
    case 'active':
    case 'past_due':
    case 'unpaid': {
      const end = Math.min(...subscription.items.data.map((item) => item.current_period_end));
      const key = `invoice.upcoming:${subscription.id}:${String(end)}`;
      if (!account.announced.has(key) && !subscription.cancel_at_period_end && subscription.status === 'active') {
        return step(end - UPCOMING, () => {
          account.announced.add(key);
          tellUpcoming(account, subscription);
        });
      }
      return step(end, () => {
        renew(account, subscription, customer);
      });
    }
    default:
      return null;
  }
}

function expire(account: Account, subscription: Subscription): void {
  const id = subscription.latest_invoice;
  const invoice = typeof id === 'string' ? account.invoices.get(id) : undefined;
  if (invoice?.status === 'open') {
    invoice.status = 'void';
    invoice.auto_advance = false;
    invoice.status_transitions.voided_at = account.now();
    abandonPayment(account, invoice);
    account.emit('invoice.voided', invoice);
  }
  subscription.ended_at = account.now();
  changeStatus(account, subscription, 'incomplete_expired');
}

/** Without a method to charge, the trial's own settings decide. */
function endTrial(account: Account, subscription: Subscription, customer: Customer): void {
  const charged = subscription.collection_method === 'charge_automatically';
  const id = subscription.latest_invoice;
  const invoice = typeof id === 'string' ? account.invoices.get(id) : undefined;
  const payable = !charged || (invoice !== undefined && methodOf(account, invoice) !== undefined);
  const without = subscription.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice';
  if (!payable && without === 'cancel') {
    cancelSubscription(account, subscription);
    return;
  }
  if (!payable && without === 'pause') {
    changeStatus(account, subscription, 'paused');
    account.emit('customer.subscription.paused', subscription);
    return;
  }
  renew(account, subscription, customer);
}

function renew(account: Account, subscription: Subscription, customer: Customer): void {
  if (subscription.cancel_at_period_end) {
    cancelSubscription(account, subscription);
    return;
  }
  const { status, latest_invoice: latest } = subscription;
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(item.price, item.current_period_start);
  }
  if (status === 'trialing') subscription.status = 'active';
  const invoice = billSubscription(account, subscription, customer, 'subscription_cycle');
  account.emit('customer.subscription.updated', subscription, {
    latest_invoice: latest,
    ...(status === 'trialing' && { status }),
  });
  account.emit('invoice.created', invoice);
}

/** Of an invoice that does not exist yet, and so has no id. */
function tellUpcoming(account: Account, subscription: Subscription): void {
  const lines = subscription.items.data.map(({ price, quantity = 1 }) => (price.unit_amount ?? 0) * quantity);
  const total = lines.reduce((sum, amount) => sum + amount, 0);
  account.emit('invoice.upcoming', {
    object: 'invoice',
    billing_reason: 'upcoming',
    currency: subscription.currency,
    customer: subscription.customer,
    amount_due: total,
    total,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    status: 'draft',
  });
}
