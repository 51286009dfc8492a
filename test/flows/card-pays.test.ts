/** A guest buys seats with a card. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it('pays once, tells the page once, and leaves one active subscription with one paid invoice', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-page`);
  await checkout.fill(cards.pays);
  expect(await checkout.payButton.innerText()).toBe('Pay $105.00');
  await checkout.pay();
  await checkout.reaches('complete');

  await checkout.page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await checkout.page.getByText('Your payment of $105.00 is complete.').waitFor();
  const complete = await checkout.events('billing-complete');
  expect(complete).toHaveLength(1);
  expect(complete[0]?.detail).toMatchObject({
    mode: 'subscription',
    payment: 'paid',
    amount: 10_500,
    currency: 'usd',
    replayed: false,
  });

  const { stripe } = shop();
  const subscriptions = await stripe.subscriptions.list({ status: 'all' });
  expect(subscriptions.data.map(({ status, items }) => [status, items.data[0]?.quantity])).toEqual([['active', 12]]);
  const invoices = await stripe.invoices.list();
  expect(invoices.data.map(({ status, amount_paid }) => [status, amount_paid])).toEqual([['paid', 10_500]]);
  const [customer] = (await stripe.customers.list({ email: 'grace@example.com' })).data;
  expect(customer?.address).toMatchObject({ postal_code: '10001', country: 'US' });
});

it('makes one payment of fifty clicks', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-page`);
  const before = (await shop().stripe.charges.list({ limit: 100 })).data.length;
  await checkout.fill(cards.pays);
  await checkout.payButton.evaluate((button: HTMLElement) => {
    for (let click = 0; click < 50; click += 1) button.click();
  });
  await checkout.reaches('complete');
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect(await checkout.events('billing-submit')).toHaveLength(1);
  expect((await shop().stripe.charges.list({ limit: 100 })).data.length - before).toBe(1);
});
