/** A customer who has typed a card, and then changes from monthly to yearly. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

it('keeps the typed card and its very frames, and pays for the year', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}plan-switch`);
  const { page } = checkout;
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await page.getByText('you allow your card to be charged $26.25 every month').waitFor();
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['before'] = 'yes';
  });
  const frames = await page.locator('iframe').count();

  await page.getByLabel('Yearly').check();
  await page.getByRole('button', { name: 'Pay $261.00' }).waitFor();
  await page.getByText('you allow your card to be charged $261.00 every year').waitFor();
  await page.getByLabel('Monthly').check();
  await page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await page.getByLabel('Yearly').check();
  await page.getByRole('button', { name: 'Pay $261.00' }).waitFor();
  expect(await page.locator('iframe[data-before]').count()).toBe(frames);
  expect(await page.locator('iframe:not([data-before])').count()).toBe(0);
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');

  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $261.00 is complete.').waitFor();
  const [ready, ...again] = await checkout.events('billing-ready');
  expect(again).toEqual([]);
  expect((await checkout.events('billing-change')).map(({ detail }) => detail['total'])).toEqual(
    expect.arrayContaining([2_625, 26_100]),
  );
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    sessionId: ready?.detail['sessionId'],
    amount: 26_100,
    mode: 'subscription',
  });
  const { data } = await shop().stripe.subscriptions.list();
  expect(data).toHaveLength(1);
  expect(data[0]?.items.data.map(({ quantity, price }) => [quantity, price.lookup_key])).toEqual([[3, 'pro_yearly']]);
});

it('changes once more while the first change is under way: the last one counts', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}plan-switch`);
  const { page } = checkout;
  await page.getByLabel('Yearly').check();
  await page.getByLabel('Monthly').check();
  await page.getByLabel('Yearly').check();
  await page.getByRole('button', { name: 'Pay $261.00' }).waitFor();
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ amount: 26_100 });
});
