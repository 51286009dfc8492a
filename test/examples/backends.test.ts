/** Each example of a backend is started as its README says, and a customer buys on a page of another origin that asks it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startShop } from '../../examples/local-shop.mjs';
import { cards, customerOn } from '../../src/testing/index.js';
import { useChromium } from '../flows/support/chromium.js';
import { freePort, linesOf, startLine } from './support/shell.js';

const PAGE = join(import.meta.dirname, '../../examples/frontends/plain-html/public/index.html');
const newPage = useChromium();
const folder = mkdtempSync(join(tmpdir(), 'billing-backends-'));

/** Serves the page and a local Stripe; nobody asks the backend that it has as well. */
let shop: Awaited<ReturnType<typeof startShop>>;
beforeAll(async () => {
  shop = await startShop({ folder });
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

it.each(['node', 'express', 'hono', 'workers', 'python'])(
  '%s',
  async (name) => {
    const [, start = ''] = linesOf(`backends/${name}`);
    const line = start.replace('sk_test_…', 'sk_test_shop').replace('http://localhost:3000', shop.url);
    const url = await startLine(line, { PORT: await freePort(), STRIPE_API_BASE: shop.stripeUrl });

    const html = readFileSync(PAGE, 'utf8').replace('<billing-checkout ', `<billing-checkout endpoint="${url}" `);
    writeFileSync(join(folder, `${name}.html`), html);
    const page = await newPage();
    await page.goto(`${shop.url}/${name}.html`);
    const customer = customerOn(page);
    const email = `${name}@example.com`;
    await customer.fill(cards.pays);
    await customer.fillEmail(email);
    await customer.submit();
    expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });

    const { data: buyers } = await shop.stripe.customers.list({ email, expand: ['data.subscriptions'] });
    expect(buyers.map(({ subscriptions }) => subscriptions?.data.map(({ status }) => status))).toEqual([['active']]);
  },
  60_000,
);
