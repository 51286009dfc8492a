/** Backends that the docs show run: each opens what it sells, and does what it says once that is paid. */
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { createCheckoutServer, toNodeListener, type CheckoutServerOptions } from '../../src/server/index.js';
import { checkoutSessionSchema } from '../../src/contract/index.js';
import { openShop, WEBHOOK_SECRET } from '../server/shop.js';
import { allBlocks, type Block } from '../support/read-docs.js';
import { runBlock } from '../support/run-block.js';

/** Whole backends, but for those that listen to a port: the first guide and the README are followed by tests of their own. */
const recipes = allBlocks('js').filter(
  ({ text }) => /^import .*createCheckoutServer.*$/m.test(text) && !text.includes("from 'node:"),
);

/** Runs a recipe as it stands. What is the reader's own in it only notes that it was called. */
async function takeUp(block: Block) {
  const called: string[] = [];
  const taken: CheckoutServerOptions[] = [];
  const note = (name: string, answer?: unknown) => (): Promise<unknown> => {
    called.push(name);
    return Promise.resolve(answer);
  };
  const own = {
    stripe: new Stripe('sk_test_reader'),
    grantSeats: note('grantSeats'),
    takeBack: note('takeBack'),
    sendMail: note('sendMail'),
    isPatient: note('isPatient', true),
    isHuman: note('isHuman', true),
    readCustomer: note('readCustomer', null),
    readSession: note('readSession', null),
  };
  await runBlock(block, {
    modules: {
      stripe: { __esModule: true, default: Stripe },
      './shop.js': own,
      'billing-checkout/server': {
        toNodeListener,
        createCheckoutServer: (options: CheckoutServerOptions) => {
          taken.push(options);
          return createCheckoutServer(options);
        },
      },
    },
    globals: {
      ...own,
      app: { all: note('app.all') },
      process: { env: { STRIPE_SECRET_KEY: 'sk_test_reader', STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET } },
    },
  });
  const [options] = taken;
  if (!options) throw new Error('No server was made.');
  return { options, called };
}

/** A price as its key says: `team_yearly_eur`. */
const toPrice = (product: string, key: string): Stripe.PriceCreateParams => {
  const interval = key.includes('yearly') ? 'year' : key.includes('monthly') ? 'month' : null;
  return {
    product,
    lookup_key: key,
    transfer_lookup_key: true,
    unit_amount: 10_00,
    currency: key.endsWith('_eur') ? 'eur' : 'usd',
    ...(interval && { recurring: { interval } }),
  };
};

it('has more than one', () => {
  expect(recipes.length).toBeGreaterThan(5);
});

it.each(recipes)('sells, and says so once it is paid: $page:$line', async (block) => {
  const { options, called } = await takeUp(block);
  const { stripe: _theirs, ...rest } = options;
  const shop = await openShop(rest);
  const { id: product } = await shop.stripe.products.create({ name: 'As the recipe says' });
  const headers = { origin: options.origins[0] ?? '' };

  for (const price of Object.keys(options.prices)) {
    await shop.stripe.prices.create(toPrice(product, price));
    const opened = await shop.post({ items: [{ price, quantity: 1 }] }, { key: price, headers });
    expect({ price, status: opened.status }).toEqual({ price, status: 201 });
    const session = checkoutSessionSchema.parse(await opened.json());
    await shop.pay(session);

    if (options.webhookSecret === undefined) continue;
    const event = { id: `evt_${price}`, object: 'event', created: 1_800_000_000, type: 'checkout.session.completed' };
    const payload = JSON.stringify({ ...event, data: { object: { id: session.id, object: 'checkout.session' } } });
    const signature = await shop.stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: WEBHOOK_SECRET });
    const told = await shop.send('POST', '/webhooks', payload, { headers: { 'stripe-signature': signature } });
    expect({ price, says: await told.text(), status: told.status }).toMatchObject({ price, status: 200 });
    if (options.hooks?.completed) expect(called).toContain('grantSeats');
  }
  if (options.guard) expect(called).toContain('isPatient');
});
