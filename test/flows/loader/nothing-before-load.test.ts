/** A tag that waits has asked nobody for anything: neither Stripe nor the merchant's server. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from '../support/checkout-page.js';
import { useChromium } from '../support/chromium.js';
import { useShop } from '../support/shop.js';
import { LETS_IN_LOCALS, useOfficialLoader } from './support.js';

const shop = useShop();
const newPage = useChromium(LETS_IN_LOCALS);

/** Whatever is asked, by the page or a frame of it, that is no file of the page itself. */
function listen(page: Page): () => readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const ours = origin === new URL(shop().url).origin && !pathname.startsWith('/billing/');
    if (!ours) asked.push(request.url());
  });
  page.on('frameattached', () => asked.push('a frame'));
  return () => asked;
}

async function visit(
  attributes: Attributes,
  page: Page,
): Promise<{ checkout: CheckoutPage; asked: readonly string[] }> {
  await useOfficialLoader(page, shop());
  const asked = listen(page);
  const checkout = await CheckoutPage.visit(page, `${shop().url}one-page`, attributes);
  await page.waitForLoadState('load');
  await page.waitForLoadState('networkidle');
  // Whatever a tag does by itself it has done after a turn of the page's idle time.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  return { checkout, asked: asked() };
}

/** Connections that are made before anything is asked leave no request. */
const madeAhead = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel*=pre], link[rel=dns-prefetch]')].map(({ href }) => href),
  );

it('asks nobody with loading="manual", until load() is called', async () => {
  const page = await newPage();
  const { checkout, asked } = await visit({ loading: 'manual' }, page);
  expect(await checkout.state()).toBe('idle');
  // The customer may look and press: nothing is asked by that.
  await checkout.payButton.hover();
  await checkout.payButton.click({ force: true });
  expect(asked).toEqual([]);
  expect(await madeAhead(page)).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);

  await checkout.tag.evaluate((tag) => {
    (tag as unknown as { load(): void }).load();
  });
  await checkout.reaches('ready');
  expect(asked).toContain('https://js.stripe.com/endive/stripe.js');
  expect(asked).toContain(`${shop().url}billing/sessions`);
});

it('asks nobody with loading="lazy", until it is seen', async () => {
  const page = await newPage();
  await page.addInitScript(() => {
    // Parsed, and no module has run yet.
    document.addEventListener('readystatechange', () => {
      document.body.style.paddingBlockStart = '5000px';
    });
  });
  const { checkout, asked } = await visit({ loading: 'lazy' }, page);
  expect(await checkout.state()).toBe('idle');
  expect(asked).toEqual([]);
  await checkout.tag.scrollIntoViewIfNeeded();
  await checkout.reaches('ready');
  expect(asked).toContain('https://js.stripe.com/endive/stripe.js');
});
