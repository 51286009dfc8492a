/** Does what is left to do once money has moved. Run by webhook and by reading, whichever comes first; safe to repeat. */
import type Stripe from 'stripe';
import { toExpanded, toId } from './expanded.js';
import type { SessionReading } from './read-session.js';

/**
 * Makes the payment method the customer's default, when they have none: Checkout sets the subscription's only, and
 * an invoice or a second subscription would find nothing to charge.
 */
export async function settle(stripe: Stripe, { session }: SessionReading): Promise<void> {
  const customer = toExpanded(session.customer);
  if (session.status !== 'complete' || customer === null || 'deleted' in customer) return;
  if (toId(customer.invoice_settings.default_payment_method) !== null) return;
  const method = toId(toExpanded(session.subscription)?.default_payment_method);
  if (method === null) return;
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method } });
}
