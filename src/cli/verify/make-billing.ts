/** Makes what is at Stripe beside purchases: an invoice to pay, a subscription, somebody else's session. */
import type Stripe from 'stripe';
import { seedPrice } from './simulated-stripe.js';
import type { Subject } from './subject.js';

/** What is due: an integer in cents. */
export const DUE = 4200;

/** An open invoice over {@link DUE}. */
export async function makeInvoice({ stripe }: Subject, customer: string): Promise<Stripe.Invoice> {
  await stripe.invoiceItems.create({ customer, amount: DUE, currency: 'usd', description: 'Consulting' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  return stripe.invoices.finalizeInvoice(id);
}

/** An active subscription to a price of its own, or to the one with this lookup key; its id. */
export async function makeSubscription({ stripe }: Subject, customer: string, key?: string): Promise<string> {
  const [found] = key === undefined ? [] : (await stripe.prices.list({ lookup_keys: [key] })).data;
  const own = { key: `verify_own_${crypto.randomUUID().slice(0, 8)}`, every: 'month' } as const;
  const price = found ?? (await seedPrice(stripe, own, DUE));
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    default_payment_method: method.id,
  });
  return id;
}

/** A Checkout Session of the account that the backend has not opened. */
export async function makeForeignSession({ stripe }: Subject): Promise<Stripe.Checkout.Session> {
  const own = { key: `verify_foreign_${crypto.randomUUID().slice(0, 8)}`, every: 'once' } as const;
  const { id: price } = await seedPrice(stripe, own, DUE);
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'payment',
    line_items: [{ price, quantity: 1 }],
  });
}
