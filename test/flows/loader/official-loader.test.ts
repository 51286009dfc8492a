/** Stripe's own loader fetches Stripe's own URL: it works, fails, hangs and recovers for real. */
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { cards } from '../support/cards.js';
import { CheckoutPage } from '../support/checkout-page.js';
import { useChromium } from '../support/chromium.js';
import { useShop } from '../support/shop.js';

const shop = useShop();
const newPage = useChromium();

const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

/** A page without the simulator's script. Each answer serves one request for Stripe's URL; the last one the rest. */
async function pageWithStripe(
  ...answers: ((route: Route) => Promise<void> | void)[]
): Promise<{ page: Page; asked: () => number }> {
  const page = await newPage();
  let asked = 0;
  await page.route(`${shop().simulatorUrl}/endive/stripe.js`, (route) => route.abort());
  await page.route(
    (url) => url.href.startsWith(STRIPE_JS),
    (route) => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer?.(route);
    },
  );
  return { page, asked: () => asked };
}

const works = async (route: Route): Promise<void> => {
  const script = await fetch(`${shop().simulatorUrl}/endive/stripe.js`);
  await route.fulfill({ contentType: 'text/javascript', body: await script.text() });
};
const fails = (route: Route): Promise<void> => route.abort();
/** Never answered. */
const hangs = (): void => undefined;

const onePage = (): string => `${shop().url}one-page`;

it('loads from Stripe and pays', async () => {
  const { page, asked } = await pageWithStripe(works);
  const checkout = await CheckoutPage.open(page, onePage());
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect(asked()).toBe(1);
});

it('asks for Stripe.js and the session in the same tick', async () => {
  const { page } = await pageWithStripe(works);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() === STRIPE_JS || request.method() === 'POST') asked.push(request.url());
  });
  await CheckoutPage.open(page, onePage());
  expect(asked.slice(0, 2).sort()).toEqual([`${shop().url}billing/sessions`, STRIPE_JS].sort());
});

it('mends a failed request by itself', async () => {
  const { page, asked } = await pageWithStripe(fails, works);
  await CheckoutPage.open(page, onePage());
  expect(asked()).toBe(2);
});

it('offers to try again when it fails twice, and then works', async () => {
  const { page } = await pageWithStripe(fails, fails, works);
  const checkout = await CheckoutPage.visit(page, onePage());
  await page.getByRole('heading', { name: 'could not be opened' }).waitFor();
  await page.getByText('content blocker').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({
    code: 'stripe.load_failed',
    recoverable: true,
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
});

it('gives up on a request that hangs, and the next one works', async () => {
  const { page, asked } = await pageWithStripe(hangs, works);
  await page.clock.install();
  const checkout = await CheckoutPage.visit(page, onePage());
  // The session has answered: only Stripe.js is still missing.
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('cs_test_'));
  await expect.poll(asked).toBe(1);
  await page.clock.fastForward(10_000);
  await page.getByText('takes longer than usual').first().waitFor();
  await page.clock.fastForward(3_000);
  await checkout.reaches('ready');
  expect(asked()).toBe(2);
});

it('tells the customer when every request hangs, and a new try works', async () => {
  const { page, asked } = await pageWithStripe(hangs, hangs, works);
  await page.clock.install();
  const checkout = await CheckoutPage.visit(page, onePage());
  // The session has answered: only Stripe.js is still missing.
  await page.waitForFunction(() => JSON.stringify(localStorage).includes('cs_test_'));
  await expect.poll(asked).toBe(1);
  await page.clock.fastForward(12_500);
  await expect.poll(asked).toBe(2);
  await page.clock.fastForward(12_500);
  await checkout.reaches('failed');
  await page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
});
