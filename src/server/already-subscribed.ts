/** Keeps a customer from buying a subscription twice. */
import type Stripe from 'stripe';
import type { PricedLine } from './priced-lines.js';
import { Refusal } from './refusal.js';

/** Standings in which a customer has what they would buy. */
const STANDING: ReadonlySet<string> = new Set(['active', 'trialing', 'past_due']);

/** Refuses a customer who already has a subscription to one of the prices, unless the price allows it. */
export async function checkNotSubscribed(
  stripe: Stripe,
  customer: string | null,
  lines: readonly PricedLine[],
): Promise<void> {
  if (customer === null) return;
  const once = lines.filter(({ item, price }) => price.recurring !== null && item.rules.multiple !== true);
  await Promise.all(
    once.map(async ({ item, price }) => {
      const { data } = await stripe.subscriptions.list({ customer, price: price.id, limit: 100 });
      if (data.some((subscription) => STANDING.has(subscription.status))) {
        throw new Refusal('customer.already_subscribed', {
          detail: `Allow it with \`multiple: true\` on ${item.price} in \`prices\` of createCheckoutServer.`,
        });
      }
    }),
  );
}
