/** Prices: what a product costs. */
import { z } from 'zod';
import { applyMetadata } from '../http/apply-metadata.js';
import { missingResource } from '../http/api-error.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { createdWithin, newestFirst, paginate } from '../http/paginate.js';
import {
  created,
  currencyCode,
  emptyable,
  flag,
  integer,
  metadata,
  pagination,
  text,
  textUpTo,
} from '../http/params.js';
import { interval, taxBehavior } from './price-data.js';
import type { Account } from '../state/account.js';
import type { Price } from '../stripe-types.js';
import { createPrice, takeLookupKey } from './create-price.js';

export function findPrice(account: Account, id: string, param?: string): Price {
  const price = account.prices.get(id);
  if (!price) throw missingResource('price', id, param, param ? 400 : 404);
  return price;
}

const lookupKey = textUpTo(200);

export const priceEndpoints: readonly Endpoint[] = [
  endpoint('POST /v1/prices', {
    params: {
      currency: currencyCode,
      active: flag.optional(),
      product: text.optional(),
      product_data: z
        .strictObject({
          id: text.optional(),
          name: text,
          active: flag.optional(),
          metadata: metadata.optional(),
          unit_label: textUpTo(12).optional(),
        })
        .optional(),
      unit_amount: integer.optional(),
      unit_amount_decimal: text.optional(),
      billing_scheme: z.enum(['per_unit']).optional(),
      recurring: z
        .strictObject({
          interval,
          interval_count: integer.optional(),
          trial_period_days: integer.optional(),
          usage_type: z.enum(['licensed']).optional(),
        })
        .optional(),
      lookup_key: lookupKey.optional(),
      transfer_lookup_key: flag.optional(),
      nickname: text.optional(),
      tax_behavior: taxBehavior.optional(),
      metadata: metadata.optional(),
    },
    run: ({ account, params }) => createPrice(account, params),
  }),
  endpoint('GET /v1/prices', {
    params: {
      ...pagination,
      created,
      active: flag.optional(),
      currency: currencyCode.optional(),
      lookup_keys: z.array(text).max(10).optional(),
      product: text.optional(),
      recurring: z
        .strictObject({ interval: interval.optional(), usage_type: z.enum(['licensed', 'metered']).optional() })
        .optional(),
      type: z.enum(['one_time', 'recurring']).optional(),
    },
    run: ({ account, params, path }) => {
      const { active, currency, lookup_keys: keys, product, recurring, type } = params;
      const items = newestFirst(account.prices)
        .filter(createdWithin(params.created))
        .filter((price) => active === undefined || price.active === active)
        .filter((price) => !currency || price.currency === currency)
        .filter((price) => !keys || (price.lookup_key !== null && keys.includes(price.lookup_key)))
        .filter((price) => !product || price.product === product)
        .filter((price) => !type || price.type === type)
        .filter((price) => !recurring?.interval || price.recurring?.interval === recurring.interval)
        .filter((price) => !recurring?.usage_type || price.recurring?.usage_type === recurring.usage_type);
      return paginate(items, params, path);
    },
  }),
  endpoint('GET /v1/prices/:id', { run: ({ account, id }) => findPrice(account, id) }),
  endpoint('POST /v1/prices/:id', {
    params: {
      active: flag.optional(),
      lookup_key: lookupKey.optional(),
      transfer_lookup_key: flag.optional(),
      nickname: text.optional(),
      metadata: emptyable(metadata).optional(),
    },
    run: ({ account, params, id }) => {
      const price = findPrice(account, id);
      takeLookupKey(account, params, id);
      if (params.lookup_key !== undefined) price.lookup_key = params.lookup_key;
      if (params.active !== undefined) price.active = params.active;
      if (params.nickname !== undefined) price.nickname = params.nickname;
      price.metadata = applyMetadata(price.metadata, params.metadata);
      account.emit('price.updated', price);
      return price;
    },
  }),
];
