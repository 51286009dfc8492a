/** The tag two closed shadow roots deep, used with the keyboard alone. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it('takes a payment by keyboard', async () => {
  const checkout = await CheckoutPage.visit(await newPage(), `${shop().url}nested`);
  const { page } = checkout;
  await page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-ready'));

  // Nobody can look into a closed root: the customer's keyboard gets there.
  while (!(await page.evaluate(() => document.activeElement?.matches('demo-outer')))) await page.keyboard.press('Tab');
  await page.keyboard.type('grace@example.com');
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await page.keyboard.press('Tab');
  // Leaving a frame takes Chromium a moment; a person's next key would not come sooner.
  await page.waitForFunction(() => document.activeElement?.matches('demo-outer'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-complete'));
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect((await checkout.events('billing-change')).at(-1)?.detail['savePayment']).toBe(true);
  expect((await shop().stripe.subscriptions.list()).data).toHaveLength(1);
});

it.each([
  ['open', 1],
  ['closed', 1],
  ['open', 2],
] as const)('works inside shadow roots that are %s, %i deep', async (mode, depth) => {
  const checkout = await CheckoutPage.visit(await newPage(), `${shop().url}nested`);
  const { page } = checkout;
  await page.evaluate(
    ({ mode, depth }) => {
      const outer = document.querySelector('demo-outer');
      const tag = document.createElement('billing-checkout');
      tag.setAttribute('publishable-key', outer?.getAttribute('publishable-key') ?? '');
      tag.setAttribute('price', 'pro_yearly');
      let content: HTMLElement = tag;
      for (let level = 0; level < depth; level += 1) {
        const host = document.createElement('div');
        host.attachShadow({ mode }).append(content);
        content = host;
      }
      window.seen = [];
      outer?.replaceWith(content);
    },
    { mode, depth },
  );
  await page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-ready'));
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  if (mode === 'open') {
    await checkout.fillEmail();
    await checkout.pay();
    await page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-complete'));
  } else await page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-change'));
  expect(await checkout.events('billing-error')).toEqual([]);
});

it('takes its slots away when it goes', async () => {
  const checkout = await CheckoutPage.visit(await newPage(), `${shop().url}nested`);
  await checkout.page.waitForFunction(() => window.seen.some(({ type }) => type === 'billing-ready'));
  const left = await checkout.page.evaluate(async () => {
    const outer = document.querySelector('demo-outer');
    const before = outer?.childElementCount;
    outer?.remove();
    await new Promise(requestAnimationFrame);
    return {
      before,
      after: outer?.childElementCount,
      frames: document.querySelectorAll('iframe[title^=Secure]').length,
    };
  });
  expect(left).toEqual({ before: 2, after: 0, frames: 0 });
});

it('uses nodes of the page where it has some', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}author-mounts`);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await checkout.page.locator('[data-billing-mount]').count()).toBe(0);
});
