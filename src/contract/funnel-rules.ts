/** The only forms that a text of a funnel event may have, the same in the browser and on the server. */

/** Stripe's own words: payment method types, decline codes. */
export const STRIPE_WORD = /^[a-z][a-z0-9_]{0,63}$/;

/** Stripe's id of a Checkout Session, or of the invoice or SetupIntent in its place. */
export const SESSION_ID = /^(cs|in|seti)_\w{1,250}$/;

/** Names of experiments and variants. */
export const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/** A currency: three lower-case letters (ISO 4217). */
export const CURRENCY = /^[a-z]{3}$/;

/** The last moment that JavaScript can name: milliseconds since the Unix epoch. */
export const MAX_TIME = 8_640_000_000_000_000;
