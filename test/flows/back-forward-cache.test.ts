/** A page that the browser has kept while the customer was elsewhere, and shows again as it was: timers, promises and all. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { choose } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium([], { keepsPages: true });

declare global {
  interface Window {
    /** Whether the page came back from the cache, each time that it was shown. */
    shown: boolean[];
  }
}

async function open(path = 'one-page'): Promise<CheckoutPage> {
  const page = await newPage();
  await page.addInitScript(() => {
    window.shown = [];
    window.addEventListener('pageshow', ({ persisted }) => window.shown.push(persisted));
  });
  return CheckoutPage.open(page, `${shop().url}${path}`);
}

/** A page of another origin. */
const goElsewhere = (page: Page): Promise<unknown> => page.goto(`${shop().simulatorUrl}/_simulator`);

/** By the browser's button. The browser is asked, so that no story goes on with a page that was loaded anew. */
async function goBack(page: Page): Promise<void> {
  // A page that is shown again loads nothing.
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => window.shown.at(-1))).toBe(true);
}

it('keeps what was typed, in our fields and in Stripe’s, and is paid', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  await goElsewhere(page);
  await goBack(page);
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  await checkout.pay();
  await checkout.reaches('complete');

  await goElsewhere(page);
  await goBack(page);
  await page.getByText('Your payment of $105.00 is complete.').waitFor();
  expect(await checkout.events('billing-complete')).toHaveLength(1);
});

it('can be typed into as before: page two’s card, after page one was left and come back to', async () => {
  const checkout = await open('two-page');
  const { page } = checkout;
  await checkout.fillEmail();
  await checkout.fillAddress();
  await goElsewhere(page);
  await goBack(page);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('button', { name: 'Back to details' }).waitFor();
  // The driver cannot look into frames that were kept; a customer's hands do not mind.
  await page.locator('iframe[title="Secure payment input frame"]').click({ position: { x: 60, y: 40 } });
  await page.keyboard.type(cards.pays);
  for (const typed of ['1234', '123']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(typed);
  }
  await checkout.pay();
  await checkout.reaches('complete');
});

it('was left for a bank: nobody waits for an answer any more, and another way to pay is taken', async () => {
  const checkout = await open('redirect-method');
  const { page } = checkout;
  await checkout.fillEmail();
  await checkout.fillAddress();
  await choose(checkout, 'iDEAL');
  await checkout.pay();
  await page.getByRole('heading', { name: 'iDEAL test payment page' }).waitFor();
  await goBack(page);
  await checkout.reaches('ready');
  await checkout.alert.getByText('The payment was not made.').waitFor();
  const [first, second] = await checkout.events('billing-ready');
  expect(second?.detail['sessionId']).toBe(first?.detail['sessionId']);
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('was left while it paid: what came of it is shown, once', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  // Held back for as long as the page is there; the browser lets it go when the page is left.
  const sent = new Promise((resolve) => {
    void page.route('**/payment_pages/*/confirm', resolve);
  });
  await checkout.pay();
  await sent;
  await goElsewhere(page);
  // Browsers need not keep a page whose request is under way: anew or as it was, it says the same.
  await page.goBack({ waitUntil: 'commit' });
  await checkout.reaches('complete');
  await page.getByText('Your payment of $105.00 is complete.').waitFor();
  const [complete, ...more] = await checkout.events('billing-complete');
  expect(complete?.detail).toMatchObject({ payment: 'paid', amount: 10_500 });
  expect(more).toEqual([]);
});
