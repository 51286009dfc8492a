/** Routes of subscriptions. Sessions make them, too. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { inTimeOf } from '../clocks/in-time-of.js';
import { findCustomer } from '../customers/create-customer.js';
import { invalidRequest, missingResource, notSimulated } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, flag, metadata, pagination, text } from '../http/params.js';
import { findMethod } from '../payments/method-endpoints.js';
import type { Account } from '../state/account.js';
import { idOf } from '../state/id-of.js';
import { ownedBy } from '../state/owned.js';
import type { Subscription } from '../stripe-types.js';
import { customFields } from './draft-invoice.js';
import { cancelSubscription } from './change-subscription.js';
import { customerOf, findSubscription } from './find-billing.js';
import { resumeSubscription } from './resume-subscription.js';
import { startSubscription } from './start-subscription.js';
import { newSubscription, paymentSettings, toPayableTypes, trialSettings } from './subscription-params.js';

function setDefaultMethod(account: Account, subscription: Subscription, id: string | null): void {
  const param = 'default_payment_method';
  if (id !== null && findMethod(account, id, param).method.customer !== subscription.customer) {
    const message = `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`;
    throw invalidRequest(message, { code: 'resource_missing', param });
  }
  subscription.default_payment_method = id;
}

const statuses = [
  'active',
  'canceled',
  'incomplete',
  'incomplete_expired',
  'past_due',
  'paused',
  'trialing',
  'unpaid',
  'all',
  'ended',
] as const;

export const subscriptionEndpoints: readonly Endpoint[] = [
  endpoint('GET /v1/subscriptions', {
    params: {
      ...pagination,
      created,
      customer: text.optional(),
      price: text.optional(),
      status: z.enum(statuses).optional(),
    },
    run: ({ account, params, path }) => {
      const { customer, price, status } = params;
      const { subscriptions } = account;
      const items = (customer === undefined ? newestFirst(subscriptions) : ownedBy(account, customer, subscriptions))
        .filter(createdWithin(params.created))
        .filter((item) => price === undefined || item.items.data.some((line) => line.price.id === price))
        .filter((item) => hasStatus(item, status));
      return paginate(items, params, path);
    },
  }),
  endpoint('POST /v1/subscriptions', {
    params: newSubscription,
    run: ({ account, params }) => {
      const customer = findCustomer(account, params.customer, 'customer');
      return inTimeOf(account, customer, () => startSubscription(account, customer, params));
    },
  }),
  endpoint('GET /v1/subscriptions/:id', { run: ({ account, id }) => findSubscription(account, id) }),
  endpoint('POST /v1/subscriptions/:id', {
    params: {
      cancel_at_period_end: flag.optional(),
      default_payment_method: emptyable(text).optional(),
      description: emptyable(text).optional(),
      invoice_settings: z.strictObject({ custom_fields: emptyable(customFields).optional() }).optional(),
      metadata: emptyable(metadata).optional(),
      payment_settings: paymentSettings.optional(),
      trial_settings: trialSettings.optional(),
    },
    run: ({ account, params, id }) => {
      const subscription = findSubscription(account, id);
      checkUpdatable(subscription, params);
      const { payment_settings: settings, trial_settings: trial } = params;
      const types = settings?.payment_method_types;
      // Said no to before anything is written.
      const payable =
        types === undefined ? undefined : toPayableTypes({ payment_method_types: types }, subscription.currency);
      const { cancel_at_period_end: atEnd, default_payment_method: method, description } = params;
      if (method !== undefined) setDefaultMethod(account, subscription, method);
      if (description !== undefined) subscription.description = description;
      if (atEnd !== undefined) endLater(account, subscription, atEnd);
      const fields = params.invoice_settings?.custom_fields;
      if (fields !== undefined) subscription.invoice_settings.custom_fields = fields;
      if (payable !== undefined && subscription.payment_settings) {
        subscription.payment_settings.payment_method_types = payable;
      }
      if (settings?.save_default_payment_method && subscription.payment_settings) {
        subscription.payment_settings.save_default_payment_method = settings.save_default_payment_method;
      }
      if (trial && subscription.trial_settings) {
        subscription.trial_settings.end_behavior.missing_payment_method = trial.end_behavior.missing_payment_method;
      }
      const previous = { metadata: subscription.metadata };
      subscription.metadata = applyMetadata(subscription.metadata, params.metadata);
      account.emit('customer.subscription.updated', subscription, previous);
      return subscription;
    },
  }),
  endpoint('POST /v1/subscriptions/:id/resume', {
    params: { billing_cycle_anchor: z.enum(['now', 'unchanged']).optional() },
    run: ({ account, params, id }) => {
      const subscription = findSubscription(account, id);
      if (params.billing_cycle_anchor === 'unchanged') throw notSimulated('billing_cycle_anchor=unchanged');
      const customer = findCustomer(account, idOf(subscription.customer));
      return inTimeOf(account, customer, () => resumeSubscription(account, subscription, customer));
    },
  }),
  endpoint('DELETE /v1/subscriptions/:id', {
    run: ({ account, id }) => {
      const subscription = findSubscription(account, id);
      if (subscription.status === 'canceled') throw missingResource('subscription', id);
      return inTimeOf(account, customerOf(account, subscription), () => cancelSubscription(account, subscription));
    },
  }),
];

/** One that has ended, or has not begun, is not to be changed. */
function checkUpdatable({ status }: Subscription, params: Readonly<Record<string, unknown>>): void {
  const more = Object.entries(params).filter(([name, value]) => name !== 'metadata' && value !== undefined);
  if (status === 'canceled' || status === 'incomplete_expired') {
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.', {
      code: 'invalid_canceled_subscription_fields',
    });
  }
  if (status === 'incomplete' && more.length > 0) {
    throw invalidRequest(
      'An incomplete subscription can only update its metadata and its default payment method settings after its first invoice is paid.',
      { param: more[0]?.[0] ?? '' },
    );
  }
}

/** Unless asked for, canceled subscriptions are not listed. */
function hasStatus({ status }: Subscription, wanted: (typeof statuses)[number] | undefined): boolean {
  const ended = status === 'canceled' || status === 'incomplete_expired';
  if (wanted === undefined) return !ended;
  if (wanted === 'ended') return ended;
  return wanted === 'all' || status === wanted;
}

function endLater(account: Account, subscription: Subscription, atEnd: boolean): void {
  subscription.cancel_at_period_end = atEnd;
  subscription.canceled_at = atEnd ? account.now() : null;
  subscription.cancel_at = atEnd ? Math.max(...subscription.items.data.map((item) => item.current_period_end)) : null;
}
