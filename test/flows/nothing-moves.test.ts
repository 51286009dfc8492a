/** What is shown while loading is as large as what comes: nothing moves under the customer's finger. */
import { expect, it } from 'vitest';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

declare global {
  interface Window {
    shift: number;
  }
  interface PerformanceEntry {
    /** Of `layout-shift` entries. */
    readonly value: number;
  }
}

it.each([
  ['one-page', 1280, 'light', 'ltr'],
  ['one-page', 768, 'light', 'ltr'],
  ['one-page', 375, 'light', 'ltr'],
  ['one-page', 375, 'dark', 'rtl'],
  ['two-page', 1280, 'dark', 'ltr'],
  ['two-page', 375, 'light', 'rtl'],
  ['wallet', 1280, 'light', 'ltr'],
  ['wallet', 375, 'dark', 'rtl'],
] as const)('of /%s at %i px, %s, %s', async (path, width, colorScheme, direction) => {
  const page = await newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.addInitScript((dir) => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      document.documentElement.dir = dir;
    }).observe(document, { childList: true });
  }, direction);
  const checkout = await CheckoutPage.open(page, `${shop().url}${path}`);
  await checkout.email.waitFor();
  await expect.poll(() => checkout.tag.locator('.frame[aria-busy=true]').count()).toBe(0);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.evaluate(() => window.shift)).toBe(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
