/** What a page really loads of ours on each way through a checkout is what the budgets in `.size-limit.json` add up. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const budgets = z
  .array(z.object({ name: z.string(), path: z.union([z.string(), z.array(z.string())]) }))
  .parse(JSON.parse(readFileSync(new URL('../../.size-limit.json', import.meta.url), 'utf8')));

const budgetOf = (name: string): string[] => {
  const found = budgets.find((budget) => budget.name === name);
  if (!found) throw new Error(`.size-limit.json has no budget "${name}".`);
  return [found.path].flat().sort();
};

/** Notes what the page loads of ours. */
function watch(page: Page): () => readonly string[] {
  const loaded = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const ours = `${origin}/` === shop().url && pathname.endsWith('.js') && !pathname.startsWith('/demo/');
    if (ours) loaded.add(`dist/cdn${pathname}`);
  });
  return () => [...loaded].sort();
}

const HINT = 'Name these files in .size-limit.json.';

it.each([
  { name: 'one page, a card', path: 'one-page', continues: false },
  { name: 'two pages, a card', path: 'two-page', continues: true },
])('$name', async ({ name, path, continues }) => {
  const page = await newPage();
  const loaded = watch(page);
  const checkout = await CheckoutPage.open(page, `${shop().url}${path}`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  if (continues) await page.getByRole('button', { name: 'Continue' }).click();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect(loaded(), HINT).toEqual(budgetOf(name));
});

it('an open invoice, a card', async () => {
  const { stripe, customer, url } = shop();
  await stripe.invoiceItems.create({ customer, amount: 98_000, currency: 'usd', description: 'Consulting' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  await stripe.invoices.finalizeInvoice(id);
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url }]);
  const loaded = watch(page);
  const checkout = await CheckoutPage.open(page, `${url}open-invoice?invoice=${id}`);
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await checkout.pay();
  await checkout.reaches('complete');
  expect(loaded(), HINT).toEqual(budgetOf('an open invoice, a card'));
});

it('the server is asked once until the customer pays, also where the page itself takes longer than the form', async () => {
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/billing/')) asked.push(`${request.method()} ${pathname}`);
  });
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  await page.route('**/late.svg', async (route) => {
    await finished;
    await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" />' });
  });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.body.append(Object.assign(new Image(), { src: '/late.svg' }));
    });
  });
  await CheckoutPage.open(page, `${shop().url}one-page`);
  expect(await page.evaluate(() => document.readyState)).toBe('interactive');
  finish();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.readyState)).toBe('complete');
  expect(asked).toEqual(['POST /billing/sessions']);
});
