/** Routes of subscriptions. They are made by sessions only. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { invalidRequest, missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import { created, emptyable, flag, metadata, pagination, text } from '../http/params.js';
import { findMethod } from '../payments/method-endpoints.js';
import type { Account } from '../state/account.js';
import { ownedBy } from '../state/owned.js';
import type { Subscription } from '../stripe-types.js';

function findSubscription(account: Account, id: string): Subscription {
  const subscription = account.subscriptions.get(id);
  if (!subscription) throw missingResource('subscription', id);
  return subscription;
}

export function cancelSubscription(account: Account, subscription: Subscription): Subscription {
  const now = account.now();
  subscription.status = 'canceled';
  subscription.canceled_at = now;
  subscription.ended_at = now;
  subscription.cancellation_details = {
    comment: null,
    feedback: null,
    feedback_option: null,
    reason: 'cancellation_requested',
  };
  account.emit('customer.subscription.deleted', subscription);
  return subscription;
}

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
  endpoint('GET /v1/subscriptions/:id', { run: ({ account, id }) => findSubscription(account, id) }),
  endpoint('POST /v1/subscriptions/:id', {
    params: {
      cancel_at_period_end: flag.optional(),
      default_payment_method: emptyable(text).optional(),
      description: emptyable(text).optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params, id }) => {
      const subscription = findSubscription(account, id);
      if (subscription.status === 'canceled') {
        throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.', {
          code: 'invalid_canceled_subscription_fields',
        });
      }
      const { cancel_at_period_end: atEnd, default_payment_method: method, description } = params;
      if (method !== undefined) setDefaultMethod(account, subscription, method);
      if (description !== undefined) subscription.description = description;
      if (atEnd !== undefined) endLater(account, subscription, atEnd);
      const previous = { metadata: subscription.metadata };
      subscription.metadata = applyMetadata(subscription.metadata, params.metadata);
      account.emit('customer.subscription.updated', subscription, previous);
      return subscription;
    },
  }),
  endpoint('DELETE /v1/subscriptions/:id', {
    run: ({ account, id }) => {
      const subscription = findSubscription(account, id);
      if (subscription.status === 'canceled') throw missingResource('subscription', id);
      return cancelSubscription(account, subscription);
    },
  }),
];

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
