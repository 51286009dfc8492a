/** A shop in this process whose things can be made many: nothing but our server and the local Stripe. */
import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import { createCheckoutServer } from '../../dist/server/index.js';
import { createSimulator } from '../../dist/simulator/index.js';

const ORIGIN = 'https://shop.test';
const MOST_PRICES = 40;

/** Makes it. `post` calls the server and rejects what it refuses. */
export async function createGrowingShop() {
  const simulator = createSimulator();
  const stripe = new Stripe('sk_test_growth', {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
    telemetry: false,
  });
  const { id: product } = await stripe.products.create({ name: 'Line' });
  const keys = Array.from({ length: MOST_PRICES }, (_, index) => `line_${index + 1}`);
  for (const lookup_key of keys)
    await stripe.prices.create({ product, lookup_key, currency: 'usd', unit_amount: 1_00 });
  let customer = null;
  const server = createCheckoutServer({
    stripe,
    origins: [ORIGIN],
    prices: Object.fromEntries(keys.map((key) => [key, { multiple: true }])),
    features: { removeSaved: true },
    customer: () => customer && { id: customer },
    events: { append: async () => undefined },
  });
  return {
    stripe,
    keys,
    become: (id) => {
      customer = id;
    },
    post: async (path, body) => {
      const answer = await server.fetch(
        new Request(`${ORIGIN}/billing${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: ORIGIN, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ contract: 1, ...body }),
        }),
      );
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    },
  };
}
