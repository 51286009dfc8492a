/** Your page in a browser: Stripe's fields in frames, a local Stripe behind them. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { cards, customerOn } from 'billing-checkout/testing';
import { startShop } from '../local-shop.mjs';

let shop: Awaited<ReturnType<typeof startShop>>;
test.beforeAll(async () => {
  shop = await startShop({ folder: fileURLToPath(new URL('../frontends/plain-html/public', import.meta.url)) });
});
test.afterAll(() => shop.close());

test('a guest pays', async ({ page }) => {
  await page.goto(shop.url);
  const customer = customerOn(page);
  await customer.fill(cards.pays);
  await customer.submit();
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
  await expect(page).toHaveTitle('Welcome aboard');
});

test('a bank asks, and is told no, then yes', async ({ page }) => {
  await page.goto(shop.url);
  const customer = customerOn(page);
  await customer.fill(cards.asks3ds);
  await customer.submit();
  await customer.answerBank('Fail');
  expect(await customer.outcome()).toMatchObject({ outcome: 'declined' });
  await customer.submit();
  await customer.answerBank('Complete');
  expect(await customer.outcome()).toMatchObject({ outcome: 'complete' });
});
