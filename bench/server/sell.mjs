/** What is sold, how it is opened without us, and the official SDK on the local Stripe. */
import Stripe from 'stripe';

export const PRICE = 'pro_monthly';
export const QUANTITY = 12;

/** Whose objects they are, in the local Stripe. */
export const ACCOUNT = 'bench';

/** The official SDK, pointed at a simulator's address. */
export function toStripe(simulatorUrl, account = ACCOUNT) {
  const { hostname, port } = new URL(simulatorUrl);
  return new Stripe(`sk_test_${account}`, { host: hostname, port, protocol: 'http', telemetry: false });
}

export async function seedPrice(stripe) {
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  await stripe.prices.create({
    product,
    lookup_key: PRICE,
    currency: 'usd',
    unit_amount: 10_00,
    recurring: { interval: 'month' },
  });
}

/** What a backend does that nobody helps: finds the price, opens a session for it. */
export async function openSession(stripe, address = 'required') {
  const { data } = await stripe.prices.list({ lookup_keys: [PRICE], active: true, limit: 1 });
  return stripe.checkout.sessions.create({
    ui_mode: 'elements',
    mode: 'subscription',
    line_items: [{ price: data[0].id, quantity: QUANTITY }],
    billing_address_collection: address,
  });
}
