/** Backends that let a page decide what is sold, and for how much. */
import type Stripe from 'stripe';
import { createCheckoutServer } from '../../../../src/server/create-checkout-server.js';
import type { Build } from '../support/verify-server.js';
import {
  answeringJson,
  askingJson,
  isJson,
  itemsOf,
  routeOf,
  withSecondTry,
  type Broken,
  type Json,
} from './broken.js';

const OPEN = 'POST /sessions';
const CHANGE = 'PATCH /sessions/:id';

/** Changes the items of a body that are objects. */
const withItems = (body: Json, change: (item: Json) => Json): Json => {
  const items: unknown = body['items'];
  return Array.isArray(items)
    ? { ...body, items: items.map((item: unknown) => (isJson(item) ? change(item) : item)) }
    : body;
};

/** Whatever Stripe has a price for. */
const everything = async (stripe: Stripe): Promise<Record<string, object>> =>
  Object.fromEntries(
    (await stripe.prices.list({ active: true, limit: 100 })).data.map(({ lookup_key: key }) => [key ?? '', {}]),
  );

/** A server that sells whatever Stripe has. */
const openCatalog: Build =
  ({ stripe, options }) =>
  async (request) =>
    createCheckoutServer({ ...options, prices: { ...(await everything(stripe)), ...options.prices } }).fetch(request);

const sellsAll = (route: string): Build =>
  withSecondTry(
    (code, request) => code === 'price.unknown' && routeOf(request) === route,
    () => openCatalog,
  );

export const SELLING_WRONGLY: readonly Broken[] = [
  { id: 'sold.unlisted', does: 'sells every price that Stripe has', build: sellsAll(OPEN) },
  {
    id: 'sold.unknown',
    does: 'sells another price where it does not know one',
    build: askingJson(OPEN, (body) =>
      withItems(body, (item) => (item['price'] === 'free_lunch' ? { ...item, price: 'pro_monthly' } : item)),
    ),
  },
  {
    id: 'sold.price_id',
    does: 'takes Stripe’s own ids for prices',
    build: askingJson(OPEN, (body) =>
      withItems(body, (item) =>
        /^price_(?!key_)/.test(String(item['price'])) ? { ...item, price: 'pro_monthly' } : item,
      ),
    ),
  },
  {
    id: 'sold.amount',
    does: 'does not mind an amount',
    build: askingJson(OPEN, ({ amount: _, ...body }) =>
      withItems(body, ({ price, quantity, ...others }) => ({
        price,
        quantity,
        ...('verifyGift' in others && others),
      })),
    ),
  },
  {
    id: 'sold.quantity',
    does: 'takes a text for a quantity',
    build: askingJson(OPEN, (body) =>
      withItems(body, (item) => (item['quantity'] === '2' ? { ...item, quantity: 2 } : item)),
    ),
  },
  {
    id: 'sold.limits',
    does: 'sells more than it says it does',
    build: (workshop) => {
      const { options } = workshop;
      const prices = { ...options.prices, pro_monthly: { quantity: {} } };
      return answeringJson(OPEN, ({ features, ...session }) => ({
        ...session,
        features:
          isJson(features) && isJson(features['quantity']) ? { ...features, quantity: { min: 1, max: 100 } } : features,
      }))({ ...workshop, options: { ...options, prices } });
    },
  },
  {
    id: 'sold.lines',
    does: 'adds up one price named twice',
    build: askingJson(OPEN, (body) => {
      const [first, second, ...others] = itemsOf(body);
      return others.length === 0 && second !== undefined && first?.['price'] === second['price']
        ? { ...body, items: [{ ...first, quantity: 2 }] }
        : body;
    }),
  },
  { id: 'change.tampered', does: 'sells every price that Stripe has, once a session is open', build: sellsAll(CHANGE) },
];
