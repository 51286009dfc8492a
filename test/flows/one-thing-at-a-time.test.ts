/** A tag that is in the page before our script: it asks first, is drawn after, and nothing of it comes between. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

declare global {
  interface Window {
    /** For each request to open a session: whether the form was drawn when it left. */
    drawn: boolean[];
    taken: Element | undefined;
  }
}

/** Notes what the page asks of the shop's backend. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.drawn = [];
    const fetch = window.fetch.bind(window);
    window.fetch = (...given) => {
      const [what] = given;
      const url = what instanceof Request ? what.url : String(what);
      if (url.endsWith('/sessions'))
        window.drawn.push(Boolean(document.querySelector('billing-checkout')?.shadowRoot?.querySelector('form')));
      return fetch(...given);
    };
  });
}

it.each([
  ['with tasks of a priority', true],
  ['where the browser has none', false],
])('asks for its session before it is drawn, and is drawn before there is an answer: %s', async (_, has) => {
  const page = await newPage();
  if (!has) await page.addInitScript(() => Reflect.deleteProperty(window, 'scheduler'));
  await watch(page);
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/billing/sessions', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${shop().url}one-page`);
  await page.locator('billing-checkout form').waitFor();
  expect(await page.evaluate(() => window.drawn)).toEqual([false]);
  answer();
  await page.getByLabel('Email').fill('ada@example.com');
  await new CheckoutPage(page).reaches('ready');
  expect(await page.evaluate(() => [...window.drawn, 'scheduler' in window])).toEqual([false, has]);
});

it('asks for nothing when it is taken away before that, and opens once when it comes back', async () => {
  const page = await newPage();
  await watch(page);
  await page.addInitScript(() => {
    const define = customElements.define.bind(customElements);
    customElements.define = (...given) => {
      define(...given);
      if (given[0] !== 'billing-checkout') return;
      window.taken = document.querySelector('billing-checkout') ?? undefined;
      window.taken?.remove();
    };
  });
  await page.goto(`${shop().url}one-page`);
  await page.waitForFunction(() => window.taken?.shadowRoot?.querySelector('form'));
  expect(await page.evaluate(() => window.drawn)).toEqual([]);
  await page.evaluate(() => {
    if (window.taken) document.querySelector('main, body')?.append(window.taken);
  });
  await new CheckoutPage(page).reaches('ready');
  expect(await page.evaluate(() => window.drawn)).toEqual([true]);
});
