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
  ['one-page', 320, 'light', 'ltr'],
  ['one-page', 375, 'dark', 'rtl'],
  ['two-page', 1280, 'dark', 'ltr'],
  ['two-page', 375, 'light', 'rtl'],
  ['wallet', 1280, 'light', 'ltr'],
  ['wallet', 375, 'dark', 'rtl'],
  ['theme?look=fern', 1280, 'light', 'ltr'],
  ['languages?lang=de', 768, 'light', 'ltr'],
  ['languages?lang=ar', 1280, 'light', 'rtl'],
  ['languages?lang=ar', 375, 'light', 'rtl'],
  ['seats', 375, 'light', 'ltr'],
  ['business-details', 1280, 'light', 'ltr'],
] as const)('of /%s at %i px, %s, %s', async (path, width, colorScheme, direction) => {
  // All of it in sight: what moves below the fold counts too.
  const page = await newPage({ viewport: { width, height: 2400 }, colorScheme });
  await page.addInitScript((dir) => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      document.documentElement.dir = dir;
      // The demo's log below grows with each event.
      document.querySelector('body > aside')?.remove();
    }).observe(document, { childList: true, subtree: true });
  }, direction);
  const checkout = await CheckoutPage.open(page, `${shop().url}${path}`);
  await checkout.page.locator('#email').waitFor();
  await expect.poll(() => checkout.tag.locator('.frame[aria-busy=true]').count()).toBe(0);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.evaluate(() => window.shift)).toBe(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
