/** Customers who give another payment method: to a subscription in order, or for whatever comes later. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway, pointAndClick } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** The next request to an address waits until it is let go. */
async function holdOnce(page: Page, address: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, (route) => held.then(() => route.continue()), { times: 1 });
  return () => {
    letGo();
  };
}

it('replaces the card of a subscription; nothing is charged', async () => {
  const { stripe, url } = shop();
  const page = await newPage();
  await page.goto(`${url}replace-method`);
  await page.getByRole('button', { name: 'Make a subscription' }).click();
  await page.waitForURL('**/replace-method?subscription=*');
  const id = new URL(page.url()).searchParams.get('subscription') ?? '';
  const before = await stripe.subscriptions.retrieve(id);

  const checkout = await CheckoutPage.open(page, page.url());
  await page.getByText('Nothing is charged now.').waitFor();
  await page.getByText('Then $26.25 every month, until you cancel.').waitFor();
  await checkout.payment.getByText('4242').waitFor();
  await pointAndClick(checkout.payment.getByLabel('Use another card'));
  await checkout.fillCard(cards.declined);
  await checkout.fillPostalCode();
  await page.getByRole('button', { name: 'Save payment method' }).waitFor();
  await checkout.pay();
  await checkout.alert.getByText('declined').waitFor();
  expect((await stripe.subscriptions.retrieve(id)).default_payment_method).toBe(before.default_payment_method);

  await checkout.fillCard(cards.asks3ds);
  await checkout.fillPostalCode();
  await checkout.pay();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  await page.getByText('Your payment method is saved for later payments.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'none_due', mode: 'setup' });
  await expect
    .poll(async () => (await stripe.subscriptions.retrieve(id)).default_payment_method)
    .not.toBe(before.default_payment_method);
  const after = await stripe.subscriptions.retrieve(id);
  const method = await stripe.paymentMethods.retrieve(String(after.default_payment_method));
  expect(method.card?.last4).toBe(cards.asks3ds.slice(-4));
  expect((await stripe.charges.list({ customer: String(after.customer) })).data).toHaveLength(1);
});

it('keeps a card for later, as the customer’s default', async () => {
  const { stripe, url, customer } = shop();
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url }]);
  const checkout = await CheckoutPage.open(page, `${url}keep-method`);
  const { sessionId } = (await checkout.events('billing-ready'))[0]?.detail ?? {};
  // Back from elsewhere, where nothing came of it: of a payment, there is nothing to be said.
  const answer = await holdOnce(page, `**/sessions/${String(sessionId)}`);
  await page.goto(`${url}keep-method?billing_session=${String(sessionId)}&redirect_status=succeeded`);
  await page.getByRole('heading', { name: 'Updating…' }).waitFor();
  answer();
  await checkout.reaches('ready');
  await checkout.alert.getByText('Payment method not saved').waitFor();
  await checkout.alert.getByText('You have not been charged.').waitFor();
  expect(page.url()).toBe(`${url}keep-method`);
  expect((await checkout.events('billing-ready'))[0]?.detail['sessionId']).toBe(sessionId);
  expect(await page.getByText(/payment was not made|Your payment/i).count()).toBe(0);
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  const confirm = await holdOnce(page, '**/confirm');
  await checkout.pay();
  await page.getByRole('status').filter({ hasText: 'Updating…' }).waitFor();
  expect(await page.getByText('Paying…').count()).toBe(0);
  confirm();
  await checkout.reaches('complete');
  await expect
    .poll(async () => {
      const read = await stripe.customers.retrieve(customer);
      return read.deleted ? null : read.invoice_settings.default_payment_method;
    })
    .toMatch(/^pm_/);
});
