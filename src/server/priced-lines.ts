/** Finds the Stripe prices of the items, and what they make together. */
import type Stripe from 'stripe';
import type { CatalogItem } from './catalog.js';
import { toExpanded } from './expanded.js';
import { Refusal } from './refusal.js';

/** Most lookup keys one list of prices takes. */
const KEYS_PER_LIST = 10;

/** Most recurring, and most one-time, lines of a subscription session. */
const LINES_PER_KIND = 20;

/** An item with its price. */
export interface PricedLine {
  readonly item: CatalogItem;
  readonly price: Stripe.Price;
}

/** Finds each item's active price by its lookup key. Asks Stripe every time: nothing is kept. */
export async function findPrices(stripe: Stripe, items: readonly CatalogItem[]): Promise<PricedLine[]> {
  const keys = items.map((item) => item.price);
  const chunks = Array.from({ length: Math.ceil(keys.length / KEYS_PER_LIST) }, (_, index) =>
    keys.slice(index * KEYS_PER_LIST, (index + 1) * KEYS_PER_LIST),
  );
  const lists = await Promise.all(
    chunks.map((lookup_keys) =>
      stripe.prices.list({ lookup_keys, active: true, expand: ['data.product'], limit: KEYS_PER_LIST }),
    ),
  );
  const prices = new Map(lists.flatMap((list) => list.data).map((price) => [price.lookup_key, price]));
  return items.map((item, index) => {
    const price = prices.get(item.price);
    if (price === undefined || !isSold(price)) {
      throw new Refusal('price.unknown', {
        field: `items.${index}.price`,
        detail: 'Stripe has no active price of an active product with this lookup key.',
      });
    }
    return { item, price };
  });
}

function isSold(price: Stripe.Price): boolean {
  const product = toExpanded(price.product);
  return product === null || (!('deleted' in product) && product.active);
}

/** Stripe's mode for these lines: any recurring price makes a subscription. Refuses what cannot be bought together. */
export function toPurchaseMode(lines: readonly PricedLine[]): 'payment' | 'subscription' {
  const prices = lines.map((line) => line.price);
  const recurring = prices.flatMap((price) => (price.recurring === null ? [] : [price.recurring]));
  const oneCurrency = new Set(prices.map((price) => price.currency)).size === 1;
  const oneInterval = new Set(recurring.map((each) => `${each.interval_count} ${each.interval}`)).size <= 1;
  if (!oneCurrency) throw new Refusal('price.incompatible', { field: 'items', detail: 'One currency per purchase.' });
  if (!oneInterval) throw new Refusal('price.incompatible', { field: 'items', detail: 'One interval per purchase.' });
  if (recurring.length === 0) return 'payment';
  if (recurring.length > LINES_PER_KIND || prices.length - recurring.length > LINES_PER_KIND) {
    throw new Refusal('price.incompatible', { field: 'items', detail: `At most ${LINES_PER_KIND} lines of a kind.` });
  }
  return 'subscription';
}

/** Days of trial of a subscription: when all of its recurring prices give one, the shortest. Null for none. */
export function toTrialDays(lines: readonly PricedLine[]): number | null {
  const days = lines.filter(({ price }) => price.recurring !== null).map(({ item }) => item.rules.trialDays ?? 0);
  return Math.min(...days) || null;
}
