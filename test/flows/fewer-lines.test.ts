/** How many fields customers see: known facts are not asked. The numbers may go down, never up. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { PATIENCE_MS } from './support/chromium-args.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** Names of what can be filled in, in the page and in Stripe's fields. */
async function fieldsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && !(await (await frame.frameElement()).isVisible())) continue;
    for (const input of await frame.locator('input[name], select[name], textarea[name]').all()) {
      if (await input.isVisible()) found.push((await input.getAttribute('name')) ?? '');
    }
  }
  return found.sort();
}

const CARD = ['cvc', 'expiry', 'number'];
/** Stripe's field asks for the rest once the first line is typed. */
const ADDRESS = ['addressLine1', 'country', 'name'];
const GUEST = ['email', ...CARD, ...ADDRESS];

interface Case {
  readonly who: 'guest' | 'known';
  readonly page: string;
  readonly attributes?: Attributes;
  readonly asks: readonly string[];
  /** On the second of two pages, once the first is filled. */
  readonly then?: readonly string[];
}

/** Beside the address there is nothing to ask twice: no second name, no second postal code, no tax id of consumers. */
const CASES: readonly Case[] = [
  { who: 'guest', page: 'one-page', asks: [...GUEST, 'save-payment'] },
  { who: 'known', page: 'one-page', asks: [...CARD, ...ADDRESS, 'save-payment'] },
  { who: 'guest', page: 'two-page', asks: ['email', ...ADDRESS], then: [...CARD, 'save-payment'] },
  { who: 'known', page: 'two-page', asks: ADDRESS, then: [...CARD, 'save-payment'] },
  // Of whom everything on page one is known, only page two is shown.
  {
    who: 'known',
    page: 'two-page',
    attributes: { 'billing-address': 'auto' },
    asks: [...CARD, 'country', 'postalCode', 'save-payment'],
  },
  // Without an address the card's field asks for the two lines that its bank looks at.
  {
    who: 'guest',
    page: 'one-page',
    attributes: { 'billing-address': 'auto' },
    asks: ['email', ...CARD, 'country', 'postalCode', 'save-payment'],
  },
  {
    who: 'known',
    page: 'one-page',
    attributes: { 'billing-address': 'auto' },
    asks: [...CARD, 'country', 'postalCode', 'save-payment'],
  },
  { who: 'guest', page: 'one-time', asks: GUEST },
  { who: 'known', page: 'one-time', asks: [...CARD, ...ADDRESS, 'save-payment'] },
  { who: 'guest', page: 'trial', asks: [...GUEST, 'save-payment'] },
  { who: 'guest', page: 'tax-and-reverse-charge', asks: [...GUEST, 'save-payment'] },
  { who: 'guest', page: 'careful-fields', asks: [...GUEST, 'quantity', 'save-payment', 'terms'] },
  { who: 'guest', page: 'pay-by-invoice', asks: [...GUEST, 'company', 'purchase_order', 'save-payment'] },
  { who: 'known', page: 'keep-method', asks: [...CARD, 'country', 'postalCode'] },
];

it.each(CASES)('a $who customer on $page $attributes', async ({ who, page: path, attributes = {}, asks, then }) => {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: who, url: shop().url }]);
  const checkout = await CheckoutPage.open(page, `${shop().url}${path}`, attributes);
  await asksFor(page, asks);
  if (!then) return;
  if (asks.includes('email')) await checkout.fillEmail();
  await checkout.fillAddress();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await asksFor(page, then);
});

it('a known customer with an invoice: the card, the two lines that its bank looks at, and whether it is kept', async () => {
  const { stripe, customer, url } = shop();
  const { id } = await stripe.invoices.create({
    customer,
    currency: 'usd',
    collection_method: 'send_invoice',
    days_until_due: 30,
    payment_settings: { payment_method_types: ['card'] },
  });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 98_000, currency: 'usd' });
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url }]);
  await CheckoutPage.open(page, `${url}open-invoice?invoice=${id}`);
  await asksFor(page, [...CARD, 'country', 'postalCode', 'save-payment']);
});

it('a customer whose subscription goes to another card: the one that is kept, or another', async () => {
  const page = await newPage();
  await page.goto(`${shop().url}replace-method`);
  await page.getByRole('button', { name: 'Make a subscription' }).click();
  await page.waitForURL('**/replace-method?subscription=*');
  await CheckoutPage.open(page, page.url());
  await asksFor(page, ['method', 'method']);
});

/** Frames come when they are ready, and never with more than was there. */
const asksFor = (page: Page, names: readonly string[]): Promise<void> =>
  expect.poll(() => fieldsOf(page), { timeout: PATIENCE_MS }).toEqual([...names].sort());
