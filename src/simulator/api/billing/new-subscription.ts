/** A subscription that nothing has been paid for yet, and its items. */
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import {
  decimalOnWire,
  type Customer,
  type Plan,
  type Price,
  type Subscription,
  type SubscriptionItem,
} from '../stripe-types.js';
import { addInterval } from './add-interval.js';

type Given = Pick<Subscription, 'currency' | 'status'> & Partial<Subscription>;

/** What is sold again and again. */
export interface SoldAgain {
  readonly price: Price;
  readonly quantity: number;
}

/** A subscription filled in as Stripe shows it. Stores nothing. */
export function toSubscription(
  account: Account,
  customer: Customer,
  sold: readonly SoldAgain[],
  given: Given,
): Subscription {
  const id = `sub_1${randomText(23)}`;
  const now = account.now();
  const trialEnd = given.trial_end ?? null;
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: trialEnd ?? now,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: now,
    customer: customer.id,
    customer_account: null,
    days_until_due: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: sold.map((one) => toItem(id, one, now, trialEnd)),
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {},
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
    test_clock: customer.test_clock ?? null,
    transfer_data: null,
    trial_end: null,
    trial_settings: { end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' } },
    trial_start: trialEnd === null ? null : now,
    ...given,
  };
}

function toItem(
  subscription: string,
  { price, quantity }: SoldAgain,
  now: number,
  trialEnd: number | null,
): SubscriptionItem {
  return {
    id: makeId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: now,
    current_period_end: trialEnd ?? periodEnd(price, now),
    current_period_start: now,
    current_trial: null,
    discounts: [],
    metadata: {},
    plan: toPlan(price),
    price,
    quantity,
    subscription,
    tax_rates: [],
  };
}

/** When a period that begins at `start` ends. Unix seconds. */
export const periodEnd = ({ recurring }: Price, start: number): number =>
  addInterval(start, recurring?.interval ?? 'month', recurring?.interval_count ?? 1);

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
