/** A customer who pays once: nothing renews, and nothing says so. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it('pays once, is asked no consent to renewals, and leaves no subscription', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-time`);
  const { page } = checkout;
  await page.getByText('Team onboarding').first().waitFor();
  expect(await page.getByText('until you cancel').count()).toBe(0);
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: 'Pay $499.00' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    payment: 'paid',
    amount: 49_900,
    mode: 'payment',
  });
  const [charge] = (await shop().stripe.charges.list()).data;
  expect(charge).toMatchObject({ amount: 49_900, paid: true });
  expect((await shop().stripe.subscriptions.list()).data).toEqual([]);
});
