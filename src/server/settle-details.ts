/** Writes what the customer has said to where it is looked for: subscription, first invoice, customer. */
import type Stripe from 'stripe';
import { METADATA, toSaid } from '../contract/metadata.js';
import { toExpanded } from './expanded.js';

/** What an invoice calls the customer's number. Stripe's own names are not translated either. */
export const PURCHASE_ORDER = 'Purchase order';

/** Nothing is written that is there already. */
export async function settleDetails(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  customer: Stripe.Customer,
): Promise<void> {
  const said = toSaid(session.metadata);
  if (Object.keys(said).length === 0) return;
  const subscription = toExpanded(session.subscription);
  const invoice = toExpanded(session.invoice);
  const order = said[METADATA.purchaseOrder];
  const company = said[METADATA.company];
  await Promise.all([
    subscription !== null && lacks(subscription.metadata, said)
      ? stripe.subscriptions.update(subscription.id, { metadata: said, ...toInvoiceSettings(subscription, order) })
      : null,
    // Finalized by now: of such an invoice Stripe lets the metadata be changed, and nothing that is printed.
    invoice !== null && order !== undefined && lacks(invoice.metadata ?? {}, { [METADATA.purchaseOrder]: order })
      ? stripe.invoices.update(invoice.id, { metadata: { [METADATA.purchaseOrder]: order } })
      : null,
    // With a tax id Stripe has its name already.
    company !== undefined && customer.business_name == null
      ? stripe.customers.update(customer.id, { business_name: company })
      : null,
  ]);
}

const lacks = (metadata: Stripe.Metadata, said: Record<string, string>): boolean =>
  Object.entries(said).some(([key, value]) => metadata[key] !== value);

/** Printed on every later invoice, beside what the merchant prints there; there is room for four. */
function toInvoiceSettings(
  { invoice_settings: { custom_fields: fields } }: Stripe.Subscription,
  order: string | undefined,
): Pick<Stripe.SubscriptionUpdateParams, 'invoice_settings'> {
  const others = (fields ?? []).filter(({ name }) => name !== PURCHASE_ORDER);
  if (order === undefined || others.length > 3) return {};
  return { invoice_settings: { custom_fields: [...others, { name: PURCHASE_ORDER, value: order }] } };
}
