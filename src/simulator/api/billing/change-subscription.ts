/** The states a subscription goes through, each told. */
import type { Account } from '../state/account.js';
import type { Subscription } from '../stripe-types.js';

/** Moves it to another status. Told with the one before. */
export function changeStatus(account: Account, subscription: Subscription, status: Subscription['status']): void {
  const previous = { status: subscription.status };
  if (previous.status === status) return;
  subscription.status = status;
  account.emit('customer.subscription.updated', subscription, previous);
}

/** Ends it at once, on request or because nobody paid. */
export function cancelSubscription(
  account: Account,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed' = 'cancellation_requested',
): Subscription {
  const now = account.now();
  subscription.status = 'canceled';
  subscription.canceled_at ??= now;
  subscription.ended_at = now;
  subscription.cancellation_details = { comment: null, feedback: null, feedback_option: null, reason };
  account.emit('customer.subscription.deleted', subscription);
  return subscription;
}

/** Says that a trial ends within three days, once. */
export function announceTrialEnd(account: Account, subscription: Subscription): void {
  const key = `customer.subscription.trial_will_end:${subscription.id}:${String(subscription.trial_end)}`;
  if (account.announced.has(key)) return;
  account.announced.add(key);
  account.emit('customer.subscription.trial_will_end', subscription);
}
