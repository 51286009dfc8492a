/** The testing kit in a real browser: fields in frames for a driver, fields in the page for tests that run in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startShop } from '../../examples/local-shop.mjs';
import type * as testing from '../../src/testing/index.js';
import { cards, customerOn } from '../../src/testing/index.js';
import { useChromium } from '../flows/support/chromium.js';
import { blocksOf } from '../support/read-docs.js';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'billing-kit-'));
const newPage = useChromium();

/** What the page has of our doors, and of the docs. */
declare const kit: typeof testing & {
  /** What docs/testing.md shows for tests that run in the page. */
  readonly upgrade: () => Promise<string>;
};

let shop: Awaited<ReturnType<typeof startShop>>;
let page: Page;

beforeAll(async () => {
  shop = await startShop({ folder });
  const shown = blocksOf('docs/testing.md', 'ts').find(({ text }) => text.includes('installStripe({ simulator: '));
  const elsewhere = (text = ''): string =>
    text.replace('http://localhost:4243', shop.stripeUrl).replace('http://localhost:3001/billing', '/billing');
  await build({
    stdin: {
      contents: `${elsewhere(shown?.text)}\nexport * from 'billing-checkout/testing';`,
      loader: 'ts',
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    globalName: 'kit',
    outfile: join(folder, 'kit.js'),
    logLevel: 'silent',
  });
  // No head, so that the shop puts no Stripe.js into it.
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Kit</title><script src="/kit.js"></script>');
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  page = await newPage();
  await page.goto(shop.url);
});

/** How many have bought. */
const countSold = async (): Promise<number> => (await shop.stripe.subscriptions.list({ status: 'active' })).data.length;

it('a driver pays in the frames of installStripe', async () => {
  const before = await countSold();
  await page.evaluate(async (simulator) => {
    await kit.installStripe({ fields: 'framed', simulator });
    document.body.innerHTML =
      '<billing-checkout publishable-key="pk_test_shop" price="pro_monthly"></billing-checkout>';
  }, shop.stripeUrl);
  const customer = customerOn(page);
  await customer.fill(cards.asks3ds);
  expect(page.frames().some((frame) => frame.url().startsWith(shop.stripeUrl))).toBe(true);
  await customer.submit();
  await customer.answerBank('Complete');
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
  expect(await countSold()).toBe(before + 1);
});

it('a test in the page pays as the docs show, without any frame', async () => {
  const before = await countSold();
  expect(await page.evaluate(() => kit.upgrade())).toBe('complete');
  expect(page.frames()).toHaveLength(1);
  expect(await countSold()).toBe(before + 1);
});

it('its fields are plain inputs of the page', async () => {
  await page.evaluate(async (simulator) => {
    await kit.installStripe({ simulator });
    document.body.innerHTML =
      '<billing-checkout publishable-key="pk_test_shop" price="pro_monthly"></billing-checkout>';
  }, shop.stripeUrl);
  for (const name of ['number', 'expiry', 'cvc']) await page.locator(`input[name=${name}]`).waitFor();
});
