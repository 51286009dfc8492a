/** The customer's bank wants to know that it is them. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { pressAway } from './support/press-away.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

async function asked(): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-page`);
  await checkout.fill(cards.asks3ds);
  await checkout.pay();
  await checkout.challenge.getByRole('button', { name: 'Complete' }).waitFor();
  expect(await checkout.state()).toBe('confirming');
  return checkout;
}

it('pays when they confirm', async () => {
  const checkout = await asked();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect((await shop().stripe.subscriptions.list()).data).toHaveLength(1);
});

it('says no when they fail, and lets them try another card', async () => {
  const checkout = await asked();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Fail' }));
  await checkout.reaches('ready');
  await checkout.alert.getByText('unable to authenticate').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('says no when they close it, and keeps the form', async () => {
  const checkout = await asked();
  pressAway(checkout.page, 'Escape');
  await checkout.reaches('ready');
  expect(await checkout.alert.innerText()).not.toBe('');
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
});

it('does nothing a second time while the bank is asking', async () => {
  const checkout = await asked();
  const second = checkout.tag.evaluate((tag) => (tag as unknown as { submit(): Promise<string> }).submit());
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  expect(await second).toBe('complete');
  expect(await checkout.events('billing-submit')).toHaveLength(1);
});
