/** Stripe.js is kept out: the customer pays on a page of Stripe's, once, and comes back to the same outcome. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const blocked = (): string => `${shop().url}pay-on-stripes-page`;
const wayOut = (page: Page) => page.getByRole('button', { name: 'Pay on Stripe’s page' });
const onStripe = (page: Page) => page.waitForURL(`${shop().simulatorUrl}/c/pay/**`);
const onShop = (page: Page) => page.waitForURL((url) => url.href.startsWith(blocked()));
const openSessions = async () => (await shop().stripe.checkout.sessions.list({ status: 'open', limit: 100 })).data;

/** Payments of a story: those that came after it began. */
async function payments(): Promise<() => Promise<number>> {
  const paid = async (): Promise<number> =>
    (await shop().stripe.charges.list({ limit: 100 })).data.filter((charge) => charge.paid).length;
  const before = await paid();
  return async () => (await paid()) - before;
}

async function toStripe(page: Page): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.visit(page, blocked());
  await wayOut(page).click();
  await onStripe(page);
  await page.getByRole('button', { name: 'Subscribe' }).and(page.locator(':enabled')).waitFor();
  return checkout;
}

const subscribe = (page: Page): Promise<void> => page.getByRole('button', { name: 'Subscribe' }).click();

it('is paid by keyboard there, and thanked for here', async () => {
  const paid = await payments();
  const page = await newPage();
  const checkout = await CheckoutPage.visit(page, blocked());
  await page.getByRole('heading', { name: 'could not be opened' }).waitFor();
  await page.getByText('leads you back here').waitFor();
  await wayOut(page).focus();
  const seen = page.waitForRequest((request) => request.postData()?.includes('"ui":"hosted"') === true);
  await page.keyboard.press('Enter');
  expect((await seen).postDataJSON()).toMatchObject({ ui: 'hosted', returnUrl: blocked() });
  await onStripe(page);
  await page.getByText('$105.00').first().waitFor();
  await page.getByRole('button', { name: 'Subscribe' }).and(page.locator(':enabled')).waitFor();
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: 'Subscribe' }).focus();
  await page.keyboard.press('Enter');
  await onShop(page);
  await checkout.reaches('complete');
  await page.getByText('Your payment of $105.00 is complete.').waitFor();
  expect(page.url()).toBe(blocked());
  const [complete] = await checkout.events('billing-complete');
  expect(complete?.detail).toMatchObject({ payment: 'paid', amount: 10_500, via: 'hosted', replayed: false });
  expect(await paid()).toBe(1);
  const session = await shop().stripe.checkout.sessions.retrieve(String(complete?.detail['sessionId']));
  expect(session).toMatchObject({ ui_mode: 'hosted_page', status: 'complete', metadata: { billing_via: 'hosted' } });
  await page.reload();
  await checkout.reaches('complete');
  expect(await paid()).toBe(1);
});

it('tells a decline there, asks the bank there, and is paid once', async () => {
  const paid = await payments();
  const page = await newPage();
  const checkout = await toStripe(page);
  await checkout.fill(cards.declined);
  await subscribe(page);
  await page.getByRole('alert').getByText('declined').waitFor();
  await checkout.fillCard(cards.asks3ds);
  await subscribe(page);
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await onShop(page);
  await checkout.reaches('complete');
  expect(await paid()).toBe(1);
});

it('leads back without a payment, by its link and by the browser, and the next try pays', async () => {
  const paid = await payments();
  const page = await newPage();
  const checkout = await toStripe(page);
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await onShop(page);
  await wayOut(page).click();
  await onStripe(page);
  await page.goBack();
  await onShop(page);
  await wayOut(page).click();
  await onStripe(page);
  expect(await openSessions()).toHaveLength(1);
  await page.getByRole('button', { name: 'Subscribe' }).and(page.locator(':enabled')).waitFor();
  await checkout.fill(cards.pays);
  await subscribe(page);
  await onShop(page);
  await checkout.reaches('complete');
  expect(await paid()).toBe(1);
  expect(await openSessions()).toEqual([]);
});

it('is one page and one payment in two tabs', async () => {
  const paid = await payments();
  const first = await newPage();
  const second = await first.context().newPage();
  const here = await CheckoutPage.visit(first, blocked());
  const there = await CheckoutPage.visit(second, blocked());
  for (const page of [first, second]) await wayOut(page).waitFor();
  await wayOut(first).click();
  await onStripe(first);
  await wayOut(second).click();
  await onStripe(second);
  expect(second.url()).toBe(first.url());
  await first.getByRole('button', { name: 'Subscribe' }).and(first.locator(':enabled')).waitFor();
  await here.fill(cards.pays);
  await subscribe(first);
  await onShop(first);
  await here.reaches('complete');
  await second.goBack();
  await there.reaches('complete');
  expect(await paid()).toBe(1);
});

it('goes there once though the answer is lost', async () => {
  const paid = await payments();
  const page = await newPage();
  let lost = 0;
  await page.route('**/billing/sessions', async (route) => {
    if (lost > 0 || route.request().postData()?.includes('"ui":"hosted"') !== true) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  const checkout = await toStripe(page);
  expect(lost).toBe(1);
  expect(await openSessions()).toHaveLength(1);
  await checkout.fill(cards.pays);
  await subscribe(page);
  await onShop(page);
  await checkout.reaches('complete');
  expect(await paid()).toBe(1);
});

it('begins again where the page has expired meanwhile', async () => {
  const page = await newPage();
  const checkout = await toStripe(page);
  for (const { id } of await openSessions()) await shop().stripe.checkout.sessions.expire(id);
  await page.reload();
  await page.getByRole('heading', { name: 'expired' }).waitFor();
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await onShop(page);
  await checkout.reaches('expired');
  await page.getByRole('button', { name: 'Start again' }).click();
  await wayOut(page).waitFor();
});

it('is offered to nobody whose Stripe.js loads, or whose shop has no such page', async () => {
  const page = await newPage();
  await CheckoutPage.open(page, `${shop().url}one-page`);
  await expect.poll(() => wayOut(page).count()).toBe(0);
  const other = await newPage();
  await other.route('**/billing/sessions', async (route) => {
    const answer = await route.fetch();
    const session = (await answer.json()) as { features: object };
    await route.fulfill({ response: answer, json: { ...session, features: { ...session.features, hosted: false } } });
  });
  const checkout = await CheckoutPage.visit(other, blocked());
  await checkout.reaches('failed');
  await other.getByRole('button', { name: 'Copy details' }).waitFor();
  expect(await wayOut(other).count()).toBe(0);
});

it('loads the page anew where the browser remembers a broken file', async () => {
  const page = await newPage();
  const file = '**/open-hosted.js';
  await page.route(file, (route) => route.fulfill({ contentType: 'text/javascript', body: 'export const' }));
  const checkout = await CheckoutPage.visit(page, blocked());
  const again = page.getByRole('button', { name: 'Try again' });
  for (let tries = 0; tries < 2; tries += 1) {
    await wayOut(page).click();
    await page.getByText('We could not reach the seller’s server').waitFor();
    if (tries === 0) await again.click();
  }
  await page.unroute(file);
  await Promise.all([page.waitForEvent('load'), again.click()]);
  await checkout.reaches('failed');
  await wayOut(page).click();
  await onStripe(page);
});
