/** What is sold, and Stripe. Only the server has it. */
import { minorUnitDecimals } from 'billing-checkout/contract';
import { createCheckoutServer, type CheckoutServer } from 'billing-checkout/server';
import Stripe from 'stripe';

/** The lookup key of a price in the Stripe account. */
export const PRICE = 'pro_monthly';

/** Made when it is first asked for: a build has no keys. */
function openStripe(): Stripe {
  const { STRIPE_SECRET_KEY = '', STRIPE_API_BASE } = process.env;
  if (STRIPE_API_BASE === undefined) return new Stripe(STRIPE_SECRET_KEY);
  const { hostname, port } = new URL(STRIPE_API_BASE);
  return new Stripe(STRIPE_SECRET_KEY, { host: hostname, port, protocol: 'http' });
}

let billing: CheckoutServer | undefined;

/** The backend of the checkout. */
export function getBilling(): CheckoutServer {
  billing ??= createCheckoutServer({
    stripe: openStripe(),
    origins: [process.env.BILLING_ORIGIN ?? 'http://localhost:3000'],
    prices: { [PRICE]: { quantity: { min: 1, max: 500 } } },
  });
  return billing;
}

/** Name and price, in words. */
export async function findPrice(): Promise<{ readonly name: string; readonly perMonth: string }> {
  const { data } = await openStripe().prices.list({ lookup_keys: [PRICE], expand: ['data.product'] });
  const price = data[0];
  if (price?.unit_amount == null) throw new Error(`Stripe has no price with the lookup key ${PRICE}.`);
  const { currency, product, unit_amount: amount } = price;
  const perMonth = new Intl.NumberFormat('en', { style: 'currency', currency });
  return {
    name: typeof product === 'object' && !product.deleted ? product.name : 'It',
    perMonth: perMonth.format(amount / 10 ** minorUnitDecimals(currency)),
  };
}
