/** Does what is left to do once money has moved. Run by webhook and by reading, whichever comes first; safe to repeat. */
import type Stripe from 'stripe';
import { toExpanded, toId } from './expanded.js';
import type { SessionReading } from './read-session.js';
import { settleDetails } from './settle-details.js';

/** What Checkout leaves undone: the customer's default method, and where to keep what the customer has said. */
export async function settle(stripe: Stripe, { session }: SessionReading): Promise<void> {
  const customer = toExpanded(session.customer);
  if (session.status !== 'complete' || customer === null || 'deleted' in customer) return;
  await Promise.all([setDefaultMethod(stripe, session, customer), settleDetails(stripe, session, customer)]);
}

/**
 * Makes the payment method the customer's default, when they have none: Checkout sets the subscription's only, and
 * an invoice or a second subscription would find nothing to charge.
 */
async function setDefaultMethod(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer,
): Promise<void> {
  // What has not arrived may come back.
  if (session.payment_status === 'unpaid') return;
  if (toId(customer.invoice_settings.default_payment_method) !== null) return;
  const method = toId(toExpanded(session.subscription)?.default_payment_method);
  if (method === null) return;
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method } });
}
