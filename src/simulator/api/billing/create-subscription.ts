/** The subscription a completed session leaves behind. */
import { lineTotals } from '../checkout/session-totals.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { applyMetadata } from '../http/apply-metadata.js';
import type { Account } from '../state/account.js';
import { own } from '../state/owned.js';
import type { Customer, Subscription } from '../stripe-types.js';
import { toSubscription } from './new-subscription.js';

const day = 24 * 60 * 60;

/** End of the session's trial, counted from now. */
export function trialEnd({ subscriptionData: data }: SessionRecord, now: number): number | null {
  if (data.trial_end !== undefined) return data.trial_end;
  return data.trial_period_days === undefined ? null : now + data.trial_period_days * day;
}

export function createSubscription(
  account: Account,
  record: SessionRecord,
  customer: Customer,
  paymentMethod: string | null,
): Subscription {
  const { session, subscriptionData: data } = record;
  const trial = trialEnd(record, account.now());
  const sold = lineTotals(account, record).flatMap(({ price, line }) =>
    price.recurring ? [{ price, quantity: line.quantity }] : [],
  );
  const subscription = toSubscription(account, customer, sold, {
    currency: session.currency ?? '',
    status: trial === null ? 'active' : 'trialing',
    billing_mode: {
      flexible: data.billing_mode?.type === 'classic' ? null : { proration_discounts: 'included' },
      type: data.billing_mode?.type ?? 'flexible',
    },
    default_payment_method: paymentMethod,
    description: data.description ?? null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: data.invoice_settings?.custom_fields ?? null,
      description: data.invoice_settings?.description ?? null,
      footer: data.invoice_settings?.footer ?? null,
      issuer: { type: 'self' },
    },
    metadata: applyMetadata(null, data.metadata),
    trial_end: trial,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: data.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
      },
    },
  });
  account.subscriptions.set(subscription.id, subscription);
  own(account, customer.id, subscription.id);
  return subscription;
}
