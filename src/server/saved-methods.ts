/** Whether a known customer may remove saved cards: not while a subscription would lose the one it is paid with. */
import type Stripe from 'stripe';
import { toId } from './expanded.js';

/** Subscriptions that are over, and charge nothing any more. */
const OVER: ReadonlySet<string> = new Set(['canceled', 'incomplete_expired']);

/** Asks Stripe. Removal is offered for all cards or for none, so one that is needed keeps them all. */
export async function mayRemoveSaved(stripe: Stripe, customer: string): Promise<boolean> {
  const [{ data: subscriptions, has_more: more }, owner, { data: saved }] = await Promise.all([
    stripe.subscriptions.list({ customer, limit: 100 }),
    stripe.customers.retrieve(customer),
    stripe.customers.listPaymentMethods(customer, { allow_redisplay: 'always', limit: 100 }),
  ]);
  if (more || owner.deleted === true) return false;
  const offered = new Set(saved.map(({ id }) => id));
  const fallback = toId(owner.invoice_settings.default_payment_method);
  return subscriptions
    .filter(({ status }) => !OVER.has(status))
    .every((subscription) => {
      const method = toId(subscription.default_payment_method) ?? fallback;
      return method === null || !offered.has(method);
    });
}
