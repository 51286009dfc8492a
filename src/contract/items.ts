/** What is sold: prices by lookup key, and how many of each. */
import * as z from 'zod/mini';

/** Most line items one purchase may name: 20 recurring and 20 one-time, as Stripe's subscription sessions hold. */
export const MAX_ITEMS = 40;

/** Highest quantity Stripe takes for one line item. */
export const MAX_QUANTITY = 999_999;

/** Schema of one thing bought: a price's lookup key and how many. */
export const itemSchema = z.strictObject({
  /** Lookup key of the price, from the server's catalog. */
  price: z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\w.:-]+$/)),
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
