/** What is sold: prices by lookup key, and how many of each. */
import * as z from 'zod/mini';
import { LOOKUP_KEY, MAX_ITEMS, MAX_QUANTITY } from './item-rules.js';

/** Schema of one thing bought: a price's lookup key and how many. */
export const itemSchema = z.strictObject({
  /** Lookup key of the price, from the server's catalog. */
  price: z.string().check(z.regex(LOOKUP_KEY)),
  /** Units bought, a whole number. */
  quantity: z.int().check(z.gte(1), z.lte(MAX_QUANTITY)),
});

/** One thing bought. */
export type Item = z.infer<typeof itemSchema>;

/** Schema of what is sold together: one line per price. */
export const itemsSchema = z.array(itemSchema).check(
  z.minLength(1),
  z.maxLength(MAX_ITEMS),
  z.refine((items) => new Set(items.map((item) => item.price)).size === items.length, {
    error: 'each price once',
  }),
);
