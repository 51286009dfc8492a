// @ts-check
/** What the shop of these examples sells, and who may ask: the same on every platform. */
import { createCheckoutServer } from 'billing-checkout/server';
import Stripe from 'stripe';

/**
 * Variables of the environment.
 *
 * @typedef {object} Settings
 * @property {string} [STRIPE_SECRET_KEY]
 * @property {string} [STRIPE_WEBHOOK_SECRET]
 * @property {string} [STRIPE_API_BASE] A local Stripe instead of the real one.
 * @property {string} [BILLING_ORIGIN] The page that may call.
 * @property {string} [BILLING_IN_FLIGHT_LIMIT] Most requests that one process works on at once.
 * @property {string} [BILLING_CUSTOMER_HEADER] For `billing-checkout verify` alone: a header that says who is logged in.
 */

/**
 * @param {Settings} settings
 * @param {Partial<import('billing-checkout/server').CheckoutServerOptions>} [more]
 */
export function createBilling(settings, more = {}) {
  const { STRIPE_SECRET_KEY = '', STRIPE_WEBHOOK_SECRET, BILLING_ORIGIN = 'http://localhost:3000' } = settings;
  const header = settings.BILLING_CUSTOMER_HEADER;
  const limit = settings.BILLING_IN_FLIGHT_LIMIT;
  return createCheckoutServer({
    stripe: new Stripe(STRIPE_SECRET_KEY, toAddress(settings.STRIPE_API_BASE)),
    origins: [BILLING_ORIGIN],
    prices: {
      pro_monthly: { quantity: { min: 1, max: 500 } },
      pro_yearly: { quantity: { min: 1, max: 500 }, payByInvoice: true },
      team_onboarding: { termsUrl: `${BILLING_ORIGIN}/terms`, countries: ['US', 'CA', 'DE'], poBoxes: false },
    },
    // Read your own session here: a cookie, a token. A header that anybody can write is for tests.
    customer: ({ headers }) => {
      const id = header === undefined ? null : headers.get(header);
      return id === null ? null : { id };
    },
    // Hand over what was bought here. It may be told twice: see `once-postgres.mjs`.
    hooks: { completed: ({ fact }) => console.log(`Paid: ${fact}`) },
    ...(limit !== undefined && { inFlightLimit: Number(limit) }),
    ...(STRIPE_WEBHOOK_SECRET !== undefined && { webhookSecret: STRIPE_WEBHOOK_SECRET }),
    ...more,
  });
}

/** @param {string} [base] */
export function toAddress(base) {
  if (base === undefined) return {};
  const { hostname, port, protocol } = new URL(base);
  return {
    host: hostname,
    port,
    protocol: protocol === 'https:' ? /** @type {const} */ ('https') : /** @type {const} */ ('http'),
  };
}
