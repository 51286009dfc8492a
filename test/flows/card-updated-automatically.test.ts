/** A bank gives a subscriber's card another number and expiry: the form shows the new ones, and says who changed them. */
import { expect, it } from 'vitest';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it('shows the new card with a note, and keeps it for renewals', async () => {
  const { stripe, url, simulatorUrl } = shop();
  const page = await newPage();
  await page.goto(`${url}card-updated`);
  await page.getByRole('button', { name: 'Make a subscription' }).click();
  await page.waitForURL('**/card-updated?subscription=*');
  const there = page.url();
  const id = new URL(there).searchParams.get('subscription') ?? '';
  const { customer, default_payment_method: method } = await stripe.subscriptions.retrieve(id);

  const before = await CheckoutPage.open(page, there);
  await before.payment.getByRole('radio', { name: /Visa.*4242/ }).waitFor();
  expect(await page.getByText('Your bank updated').count()).toBe(0);

  await page.goto(`${simulatorUrl}/_simulator/panel/simulator/customers/${String(customer)}`);
  await page.getByLabel('New test number').fill('5555555555554444');
  await page.getByLabel('Month').fill('6');
  await page.getByLabel('Year').fill('2035');
  await page.getByRole('button', { name: "Update this customer's card" }).click();
  await page.getByText('The card ends in 4444 now.').waitFor();
  const { data } = await stripe.events.list({ type: 'payment_method.automatically_updated' });
  expect(data).toMatchObject([
    { data: { object: { id: method, card: { last4: '4444' } }, previous_attributes: { card: { last4: '4242' } } } },
  ]);
  // The server has heard of it.
  await expect
    .poll(async () => {
      const read = await stripe.customers.retrieve(String(customer));
      return read.deleted ? null : read.metadata['billing_updated_card'];
    })
    .toMatch(/^\d+ pm_\w+ 4444$/);

  const after = await CheckoutPage.open(page, there);
  const today = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format((data[0]?.created ?? 0) * 1000);
  await page.getByText(`Your bank updated the card ending in 4444 on ${today}.`).waitFor();
  await after.payment.getByRole('radio', { name: /Mastercard.*4444.*06\/35/ }).press('Space');
  await after.pay();
  await after.reaches('complete');
  expect((await after.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'none_due', mode: 'setup' });
  await expect.poll(async () => (await stripe.subscriptions.retrieve(id)).default_payment_method).toBe(method);
  expect(await stripe.paymentMethods.retrieve(String(method))).toMatchObject({
    card: { brand: 'mastercard', last4: '4444', exp_month: 6, exp_year: 2035 },
  });
});
