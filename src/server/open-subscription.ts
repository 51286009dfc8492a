/** Opens what a subscription needs: its unpaid invoice, else another method for it. */
import type Stripe from 'stripe';
import type { Features } from '../contract/sessions.js';
import type { ToldSummary } from '../contract/told-summary.js';
import type { FeatureRules } from './catalog.js';
import { toExpanded, toId } from './expanded.js';
import { openInvoice } from './open-invoice.js';
import { openSetup } from './open-setup.js';
import type { Opening } from './open-session.js';
import { orNull, type KnownCaller } from './read-billing.js';
import { Refusal } from './refusal.js';
import { toWaysToKeep } from './ways-to-pay.js';

const EXPAND = ['customer', 'items.data.price.product', 'latest_invoice'];

/** Pays the latest invoice of one that is behind; for every other one a method is kept. One that has ended needs a new purchase. */
export async function openSubscription(
  stripe: Stripe,
  id: string,
  caller: KnownCaller,
  key: string,
  { features, rules }: { readonly features: Features; readonly rules: FeatureRules },
): Promise<Opening> {
  const subscription = await orNull(stripe.subscriptions.retrieve(id, { expand: EXPAND }));
  if (subscription === null || toId(subscription.customer) !== caller.customer) {
    throw new Refusal('subscription.not_found', { field: 'subscription' });
  }
  const { status } = subscription;
  if (status === 'canceled' || status === 'incomplete_expired') {
    throw new Refusal('subscription.ended', { field: 'subscription', detail: 'Offer a new purchase.' });
  }
  const invoice = toExpanded(subscription.latest_invoice);
  const behind = status === 'past_due' || status === 'unpaid' || status === 'incomplete';
  if (!behind || (invoice?.status !== 'open' && invoice?.status !== 'draft')) {
    const ways = toWaysToKeep(rules, subscription.currency);
    const { customer } = subscription;
    return openSetup(
      stripe,
      caller,
      key,
      { features, ways, removable: false },
      { id, summary: toSummary(subscription), customer },
    );
  }
  // Before anything is paid, so that whatever pays it is the method of the next renewal as well.
  if (status !== 'incomplete' && subscription.payment_settings?.save_default_payment_method !== 'on_subscription') {
    await stripe.subscriptions.update(id, { payment_settings: { save_default_payment_method: 'on_subscription' } });
  }
  return openInvoice(stripe, invoice.id, caller, features, { redisplay: ['always', 'limited'], removable: false });
}

/** What the method is for. Nothing is due, but of one that is paused: it goes on with the method, and is charged from then on. */
function toSummary({ currency, customer, items, status }: Stripe.Subscription): ToldSummary {
  const known = toExpanded(customer);
  const [first] = items.data;
  const goesOn = status === 'paused';
  const cadence = toCadence(first);
  const total = items.data.reduce((sum, { price, quantity = 1 }) => sum + (price.unit_amount ?? 0) * quantity, 0);
  return {
    currency,
    lines: goesOn ? items.data.map(toLine) : [],
    subtotal: goesOn ? total : 0,
    discount: 0,
    tax: 0,
    total: goesOn ? total : 0,
    recurring: cadence && { ...cadence, amount: total },
    email: known === null || known.deleted === true ? null : known.email,
    invoice: null,
    failure: null,
  };
}

function toLine(item: Stripe.SubscriptionItem): ToldSummary['lines'][number] {
  const { id, price, quantity = 1 } = item;
  const product = toExpanded(price.product);
  const unitAmount = price.unit_amount ?? 0;
  return {
    id,
    name: product === null || product.deleted === true ? '' : product.name,
    quantity,
    unitAmount,
    amount: unitAmount * quantity,
    cadence: toCadence(item),
  };
}

function toCadence(item: Stripe.SubscriptionItem | undefined): ToldSummary['lines'][number]['cadence'] {
  const recurring = item?.price.recurring;
  const interval = (['day', 'week', 'month', 'year'] as const).find((one) => one === recurring?.interval);
  return interval && recurring ? { interval, count: recurring.interval_count } : null;
}
