/** Makes a kept method the default of what it was kept for. Run by webhook and by reading, whichever comes first; safe to repeat. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import { toId } from './expanded.js';
import { isStripeError } from './stripe-refusal.js';

/** Once: what the customer chooses later must not be overwritten by an event that comes late. */
export async function settleSetup(stripe: Stripe, intent: Stripe.SetupIntent): Promise<void> {
  const method = toId(intent.payment_method);
  const customer = toId(intent.customer);
  const { metadata } = intent;
  if (intent.status !== 'succeeded' || method === null || customer === null) return;
  if (metadata?.[METADATA.owner] === undefined || metadata[METADATA.settled] !== undefined) return;
  const subscription = metadata[METADATA.subscription];
  if (subscription === undefined) {
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } });
  } else await giveMethod(stripe, subscription, method);
  await stripe.setupIntents.update(intent.id, { metadata: { [METADATA.settled]: 'true' } });
}

/** A subscription that was paused for want of a method goes on. One that has ended meanwhile stays so. */
async function giveMethod(stripe: Stripe, id: string, method: string): Promise<void> {
  const { status } = await stripe.subscriptions.retrieve(id);
  if (status === 'canceled' || status === 'incomplete_expired') return;
  await stripe.subscriptions.update(id, { default_payment_method: method });
  if (status === 'paused') await resume(stripe, id);
}

/** Whoever comes second finds that it goes on already. */
async function resume(stripe: Stripe, id: string): Promise<void> {
  try {
    await stripe.subscriptions.resume(id);
  } catch (error) {
    if (!isStripeError(error) || error.type !== 'StripeInvalidRequestError') throw error;
    if ((await stripe.subscriptions.retrieve(id)).status === 'paused') throw error;
  }
}
