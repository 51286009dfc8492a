/** What a line of a purchase may be, the same in the browser and on the server. */

/** Most line items one purchase may name: 20 recurring and 20 one-time, as Stripe's subscription sessions hold. */
export const MAX_ITEMS = 40;

/** Highest quantity Stripe takes for one line item. */
export const MAX_QUANTITY = 999_999;

/** The form of a price's lookup key. */
export const LOOKUP_KEY = /^[\w.:-]{1,200}$/;

/** Whether a price may have this lookup key. */
export const isLookupKey = (value: unknown): boolean => typeof value === 'string' && LOOKUP_KEY.test(value);

/** Whether so many may be bought. */
export const isQuantity = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_QUANTITY;
