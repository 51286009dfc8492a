/** A developer who looks with a pseudo-locale for text that is in no catalog, and finds none. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** Facts, not words: money, numbers, what is sold, what the customer typed; and the sentences that Stripe gives in its own language. */
const FACTS = [
  /^Your card number is incomplete\.$/,
  /^This code is invalid\.$/,
  /^[\s\d.,×+−‹✓$€·/-]*$/,
  /^(Pro|Team|Business)$/,
  /@example\.com$/,
];

/** Every text in sight that no catalog has: in nodes, and in the attributes that are read out. */
async function findForeign(checkout: CheckoutPage): Promise<readonly string[]> {
  const texts = await checkout.tag.evaluate((tag) => {
    const root = tag.shadowRoot;
    if (!root) return ['no shadow root'];
    const found: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      const hidden = parentElement?.closest('style, script, option, [hidden], [inert]');
      if (!hidden && textContent?.trim()) found.push(textContent.trim());
    }
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'])
      for (const part of root.querySelectorAll(`[${name}]`)) found.push(part.getAttribute(name) ?? '');
    return found;
  });
  // Both ends of the pseudo-locale's brackets: a text that was cut or put together shows.
  return texts.filter((text) => !/^\[[^]*\]$/.test(text) && !FACTS.some((fact) => fact.test(text)));
}

it('while it loads, when fields are missing, after a decline, and at the end', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, `${shop().url}languages?lang=en-XA`);
  await page.getByText('[Þåýṁéñţ').first().waitFor();
  expect(await findForeign(checkout)).toEqual([]);

  await checkout.pay();
  await checkout.alert.getByText('[Éñţéŕ').first().waitFor();
  expect(await findForeign(checkout)).toEqual([]);

  await page.locator('summary#promotion').click();
  await page.locator('#promotion-code').fill('NO SUCH CODE ÄÖ');
  await page.locator('#promotion-code').press('Enter');
  await page.locator('#promotion-error').waitFor();
  expect(await findForeign(checkout)).toEqual([]);

  await page.locator('input#email').fill('grace@example.com');
  await page.locator('input#email').blur();
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByRole('heading', { name: '[Ţĥåñķ' }).waitFor();
  expect(await findForeign(checkout)).toEqual([]);
});

it('in the business fields, and what is wrong with them', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, `${shop().url}business-details`, { locale: 'en-XA' });
  await page.getByText('[ßûšîñéšš').or(page.getByText('[Ɓûšîñéšš')).first().waitFor();
  await checkout.pay();
  await checkout.alert.getByText('[').first().waitFor();
  // Labels and checks that are the merchant's own, and the form of a tax id.
  const own = [/Cost center|Cost centre/i, /^[A-Z]{0,3}\d[\dA-Z .-]*$/];
  expect((await findForeign(checkout)).filter((text) => !own.some((each) => each.test(text)))).toEqual([]);
});

it('is laid out from right to left in the mirrored one', async () => {
  const page = await newPage({ viewport: { width: 375, height: 800 } });
  const checkout = await CheckoutPage.open(page, `${shop().url}languages?lang=ar-XB`);
  const heading = page.getByRole('heading', { name: /Billing address/ });
  expect(await heading.evaluate((node) => getComputedStyle(node).direction)).toBe('rtl');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await checkout.state()).toBe('ready');
});
