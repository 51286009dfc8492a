/** The subscription a completed session leaves behind. */
import { lineTotals } from '../checkout/session-totals.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { applyMetadata } from '../http/apply-metadata.js';
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import { own } from '../state/owned.js';
import { decimalOnWire, type Plan, type Price, type Subscription, type SubscriptionItem } from '../stripe-types.js';
import { addInterval } from './add-interval.js';

const day = 24 * 60 * 60;

/** End of the session's trial, counted from now. */
export function trialEnd({ subscriptionData: data }: SessionRecord, now: number): number | null {
  if (data.trial_end !== undefined) return data.trial_end;
  return data.trial_period_days === undefined ? null : now + data.trial_period_days * day;
}

export function createSubscription(
  account: Account,
  record: SessionRecord,
  customer: string,
  paymentMethod: string | null,
): Subscription {
  const { session, subscriptionData: data } = record;
  const id = `sub_1${randomText(23)}`;
  const now = account.now();
  const trial = trialEnd(record, now);
  const items = toItems(account, record, id, trial);
  const subscription: Subscription = {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: trial ?? now,
    billing_cycle_anchor_config: null,
    billing_mode: {
      flexible: data.billing_mode?.type === 'classic' ? null : { proration_discounts: 'included' },
      type: data.billing_mode?.type ?? 'flexible',
    },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: now,
    currency: session.currency ?? '',
    customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: paymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: data.description ?? null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: data.invoice_settings?.custom_fields ?? null,
      description: data.invoice_settings?.description ?? null,
      footer: data.invoice_settings?.footer ?? null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: items,
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: applyMetadata(null, data.metadata),
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: now,
    status: trial === null ? 'active' : 'trialing',
    test_clock: null,
    transfer_data: null,
    trial_end: trial,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: data.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
      },
    },
    trial_start: trial === null ? null : now,
  };
  account.subscriptions.set(id, subscription);
  own(account, customer, id);
  return subscription;
}

function toItems(
  account: Account,
  record: SessionRecord,
  subscription: string,
  trial: number | null,
): SubscriptionItem[] {
  const now = account.now();
  return lineTotals(account, record)
    .filter(({ price }) => price.recurring)
    .map(({ price, line }) => ({
      id: makeId('si'),
      object: 'subscription_item',
      billing_thresholds: null,
      created: now,
      current_period_end:
        trial ?? addInterval(now, price.recurring?.interval ?? 'month', price.recurring?.interval_count ?? 1),
      current_period_start: now,
      current_trial: null,
      discounts: [],
      metadata: {},
      plan: toPlan(price),
      price,
      quantity: line.quantity,
      subscription,
      tax_rates: [],
    }));
}

/** The old name of a recurring price, which items still carry. */
function toPlan(price: Price): Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: decimalOnWire(String(price.unit_amount ?? 0)),
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}
