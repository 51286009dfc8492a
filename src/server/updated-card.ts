/** Remembers on the customer which card their bank has updated, so that the next form can say so. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import type { CheckoutSession } from '../contract/sessions.js';
import { toExpanded, toId } from './expanded.js';
import { orNull } from './read-billing.js';

/** How long a form speaks of it: until the customer has met the new card once or twice. Seconds. */
const TOLD_FOR = 60 * 86_400;

const WRITTEN = /^(\d{1,12}) pm_\w{1,100} (\d{4})$/;

/**
 * Writes it down. Told twice, or late, it changes nothing.
 *
 * @param at - When the event was made, seconds since the Unix epoch.
 */
export async function noteUpdatedCard(
  stripe: Stripe,
  { id, card, customer: owner }: Stripe.PaymentMethod,
  at: number,
): Promise<void> {
  const known = toId(owner);
  const customer = known === null ? null : await orNull(stripe.customers.retrieve(known));
  if (!card?.last4 || customer === null || customer.deleted === true) return;
  const [, before = '0'] = WRITTEN.exec(customer.metadata[METADATA.updatedCard] ?? '') ?? [];
  if (Number(before) >= at) return;
  const metadata = { [METADATA.updatedCard]: `${String(at)} ${id} ${card.last4}` };
  await stripe.customers.update(customer.id, { metadata });
}

/** What a form says of it; nothing where it is long ago, or the customer was not read. */
export function toUpdatedCard(
  value: string | Stripe.Customer | Stripe.DeletedCustomer | null,
  now = Math.floor(Date.now() / 1000),
): Pick<CheckoutSession, 'updatedCard'> {
  const customer = toExpanded(value);
  if (customer === null || customer.deleted === true) return {};
  const [, at = '0', last4] = WRITTEN.exec(customer.metadata[METADATA.updatedCard] ?? '') ?? [];
  return last4 !== undefined && Number(at) > now - TOLD_FOR ? { updatedCard: { last4, at: Number(at) } } : {};
}
