/** A customer who begins a free trial: nothing is due today, and the card is kept for when it ends. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const DAY = 86_400;

it('says what is due when, keeps the card, and charges nothing', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}trial`);
  const { page } = checkout;
  await page.getByText(/Free until \w+ \d+, \d{4}, then \$26\.25 every month, until you cancel\./).waitFor();
  await page.getByText('$0.00').first().waitFor();
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: 'Start free trial' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Nothing was due today').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    payment: 'none_due',
    amount: 0,
    mode: 'subscription',
  });

  const [subscription] = (await shop().stripe.subscriptions.list({ limit: 1 })).data;
  expect(subscription).toMatchObject({ status: 'trialing' });
  expect(subscription?.default_payment_method).toMatch(/^pm_/);
  expect((subscription?.trial_end ?? 0) - (subscription?.trial_start ?? 0)).toBe(14 * DAY);
  expect((await shop().stripe.charges.list()).data).toEqual([]);
});

it('is declined when the card cannot be kept, and begins with another', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}trial`);
  await checkout.fill(cards.declined);
  await checkout.pay();
  await checkout.alert.getByText('declined').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});
