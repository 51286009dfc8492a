/** A customer with a wallet: one press and a yes, nothing typed; or no, and the form is as it was. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway, pointAndClick } from './support/point-and-click.js';
import { pressAway } from './support/press-away.js';
import { useShop } from './support/shop.js';
import { openSheet, payWithWallet, sheet, wallets } from './support/wallet.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}wallet`, attributes);

/** As a customer whom the shop knows. */
async function asAda(): Promise<Page> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  return page;
}

/** What the official SDK says of the session that the page has opened. */
async function sessionOf(checkout: CheckoutPage) {
  const [ready] = await checkout.events('billing-ready');
  return shop().stripe.checkout.sessions.retrieve(String(ready?.detail['sessionId']), {
    expand: ['subscription.default_payment_method'],
  });
}

const names = async (checkout: CheckoutPage): Promise<readonly string[]> =>
  (await checkout.events()).map(({ type }) => type);

const otherWay = ({ page }: CheckoutPage) => page.getByText('Or pay another way');

it('pays with Google Pay and nothing typed', async () => {
  const checkout = await open();
  await otherWay(checkout).waitFor();
  const dialog = await openSheet(checkout);
  await dialog.getByRole('heading', { name: 'Pay $26.25' }).waitFor();
  await clickAway(dialog.getByRole('button', { name: 'Pay' }));
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $26.25 is complete.').waitFor();
  expect((await checkout.events('billing-submit')).map(({ detail }) => detail)).toEqual([
    { attempt: 1, method: 'google_pay', total: 2_625, currency: 'usd' },
  ]);
  expect(await checkout.events('billing-complete')).toMatchObject([{ detail: { payment: 'paid', amount: 2_625 } }]);
  expect(await sessionOf(checkout)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    customer_details: { email: 'jenny.rosen@example.com' },
    subscription: { status: 'active', default_payment_method: { card: { wallet: { type: 'google_pay' } } } },
  });
});

it('goes on as before when the customer closes the sheet', async () => {
  const checkout = await open();
  await checkout.fillEmail('grace@example.com');
  await checkout.fillCard(cards.pays);
  const before = await names(checkout);
  await clickAway((await openSheet(checkout, 'Apple Pay')).getByRole('button', { name: 'Cancel' }));
  await expect.poll(() => checkout.page.getByRole('dialog').count()).toBe(0);
  expect(await checkout.state()).toBe('ready');
  expect(await checkout.page.getByRole('alert').allInnerTexts()).toEqual(['']);
  expect(await names(checkout)).toEqual(before);
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  expect((await sessionOf(checkout)).status).toBe('open');
});

it('says that the card in the wallet was declined, and the form pays', async () => {
  const checkout = await open();
  const dialog = await openSheet(checkout);
  await pointAndClick(dialog.getByRole('radio', { name: /declined/ }));
  await clickAway(dialog.getByRole('button', { name: 'Pay' }));
  await checkout.alert.getByText('Your card was declined.').waitFor();
  expect(await checkout.events('billing-decline')).toMatchObject([{ detail: { attempt: 1 } }]);
  expect(await checkout.page.locator('#problem').evaluate((node) => node.matches(':focus'))).toBe(true);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  const asked = await checkout.events('billing-submit');
  expect(asked.map(({ detail }) => detail['method'])).toEqual(['google_pay', 'card']);
  expect(await sessionOf(checkout)).toMatchObject({
    payment_status: 'paid',
    subscription: { default_payment_method: { card: { last4: '4242', wallet: null } } },
  });
});

it('is refused by the page with its own sentence, and nothing is paid', async () => {
  const checkout = await open();
  await checkout.page.evaluate(() => {
    document.addEventListener(
      'billing-submit',
      (event) => {
        (event as Event & { waitUntil(promise: Promise<unknown>): void }).waitUntil(
          Promise.reject(new Error('Accept the terms first.')),
        );
      },
      { once: true },
    );
  });
  await payWithWallet(checkout);
  await checkout.alert.getByText('Accept the terms first.').waitFor();
  expect((await sessionOf(checkout)).status).toBe('open');

  await checkout.page.evaluate(() => {
    document.addEventListener(
      'billing-submit',
      (event) => {
        event.preventDefault();
      },
      { once: true },
    );
  });
  await payWithWallet(checkout);
  await expect.poll(async () => (await checkout.events('billing-submit')).length).toBe(2);
  await checkout.reaches('ready');
  expect((await sessionOf(checkout)).status).toBe('open');

  // The third time nobody minds.
  await payWithWallet(checkout);
  await checkout.reaches('complete');
});

it('cannot be pressed while the page holds pay back', async () => {
  const checkout = await open({ disabled: '' });
  const button = wallets(checkout).getByRole('button', { name: 'Google Pay' });
  await button.waitFor();
  await checkout.page.keyboard.press('Tab');
  const held = checkout.page.locator('.express');
  expect(await held.evaluate((node) => node.hasAttribute('inert'))).toBe(true);
  await checkout.tag.evaluate((tag) => tag.removeAttribute('disabled'));
  await payWithWallet(checkout);
  await checkout.reaches('complete');
});

it('pays by keyboard alone', async () => {
  const checkout = await open();
  const { page } = checkout;
  const button = wallets(checkout).getByRole('button', { name: 'Apple Pay' });
  await button.waitFor();
  const focused = () => button.evaluate((node) => node.matches(':focus'));
  // Whatever the page has above the form comes first.
  for (let presses = 0; presses < 10 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Apple Pay' }).waitFor();
  const pay = sheet(checkout).getByRole('button', { name: 'Pay' });
  await pay.waitFor();
  const reached = () => pay.evaluate((node) => node.matches(':focus'));
  for (let presses = 0; presses < 6 && !(await reached()); presses += 1) await page.keyboard.press('Tab');
  pressAway(page, 'Enter');
  await checkout.reaches('complete');
  await expect.poll(() => page.locator('h2:focus').innerText()).toBe('Thank you');
});

it('pays from page one of two, and is not on page two', async () => {
  const checkout = await open({ flow: 'two-page' });
  const { page } = checkout;
  await checkout.fillEmail();
  await checkout.fillAddress();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('button', { name: 'Back to details' }).waitFor();
  expect(await otherWay(checkout).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Back to details' }).click();
  await payWithWallet(checkout);
  await checkout.reaches('complete');
  expect((await checkout.events('billing-step')).map(({ detail }) => detail['step'])).toEqual(['payment', 'details']);
  // What was typed by then counts for more than what the wallet brings.
  expect((await sessionOf(checkout)).customer_details?.email).toBe('grace@example.com');
});

it('is on page two where page one is passed over', async () => {
  const attributes = { flow: 'two-page', 'billing-address': 'auto' };
  const checkout = await CheckoutPage.open(await asAda(), `${shop().url}wallet`, attributes);
  await checkout.payButton.waitFor();
  await payWithWallet(checkout);
  await checkout.reaches('complete');
  expect(await sessionOf(checkout)).toMatchObject({ customer: shop().customer, status: 'complete' });
});

it('starts a free trial with nothing due', async () => {
  const checkout = await open({ price: 'pro_monthly_trial' });
  await payWithWallet(checkout);
  await checkout.reaches('complete');
  expect(await checkout.events('billing-complete')).toMatchObject([{ detail: { payment: 'none_due', amount: 0 } }]);
  expect(await sessionOf(checkout)).toMatchObject({ subscription: { status: 'trialing' } });
});

it.each([
  ['the server computes a tax', 'wallet', { price: 'business_monthly' }],
  ['nothing is sold', 'keep-method', { express: '' }],
] as const)('is not offered, and takes no room, where %s', async (_, path, attributes) => {
  const checkout = await CheckoutPage.open(await asAda(), `${shop().url}${path}`, attributes);
  await expect.poll(() => checkout.page.locator('.express').boundingBox()).toBeNull();
  expect(await wallets(checkout).owner().count()).toBe(0);
});
