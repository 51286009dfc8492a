/** A page whose experiment cannot be run sells all the same. */
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it.each<readonly [string, Attributes]>([
  ['a variant never declared', { variant: 'three-page' }],
  ['a name that is none', { experiment: 'no name' }],
  ['a visitor id of a megabyte', { 'visitor-id': 'x'.repeat(1_000_000) }],
])('sells without the experiment after %s, and warns once', async (_, attributes) => {
  const page = await newPage();
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('[billing-checkout]')) warnings.push(message.text());
  });
  const checkout = await CheckoutPage.open(page, `${shop().url}experiment`, attributes);
  const [ready] = await checkout.events('billing-ready');
  const { metadata } = await shop().stripe.checkout.sessions.retrieve(ready?.detail['sessionId'] as string);
  expect(metadata).not.toHaveProperty('billing_experiment');
  expect(await checkout.events('billing-exposure')).toEqual([]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^\[billing-checkout\] (variant|experiment|visitor-id) .*\. \w+/);
  expect(warnings[0]?.length).toBeLessThan(500);
});
