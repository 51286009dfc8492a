/** What a merchant's field may be, the same in the browser and on the server: it becomes metadata at Stripe. */

/** Stripe's names hold 40 characters, six of them our `field_`. */
export const FIELD_NAME = /^[\w-]{1,34}$/;

/** Stripe's objects hold 50 pairs. */
export const MAX_FIELDS = 30;
