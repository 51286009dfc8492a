/** The shop knows who is buying. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { pointAndClick } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** A page on which Ada is shopping. */
async function openAsAda(attributes = {}): Promise<CheckoutPage> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  return CheckoutPage.open(page, `${shop().url}one-page`, attributes);
}

it('asks for no email, keeps the card when asked to, and offers it next time', async () => {
  const checkout = await openAsAda();
  await checkout.page.getByText('Paying as ada@example.com').waitFor();
  expect(await checkout.email.count()).toBe(0);
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.page.getByRole('switch', { name: 'Offer this card next time' }).check();
  await checkout.pay();
  await checkout.reaches('complete');
  const { stripe, customer } = shop();
  const kept = await stripe.customers.listPaymentMethods(customer);
  expect(kept.data.map(({ allow_redisplay }) => allow_redisplay)).toEqual(['always']);

  const next = await openAsAda({ price: 'pro_yearly' });
  await next.payment.getByText('4242').waitFor();
  await next.fillAddress();
  await next.pay();
  await next.reaches('complete');
  expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(2);
});

it('is told that it has the subscription already', async () => {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  const checkout = await CheckoutPage.visit(page, `${shop().url}one-page`);
  await checkout.reaches('failed');
  await page.getByText('You have this subscription already').waitFor();
});

it('keeps a card for renewals only, unless the customer says otherwise', async () => {
  const checkout = await openAsAda({ price: 'pro_monthly_jpy' });
  await checkout.fillAddress();
  await pointAndClick(checkout.payment.locator('[name=method][value=new]'));
  await checkout.fillCard('5555555555554444');
  await checkout.pay();
  await checkout.reaches('complete');
  const { stripe, customer } = shop();
  const kept = await stripe.customers.listPaymentMethods(customer);
  expect(kept.data.find(({ card }) => card?.brand === 'mastercard')?.allow_redisplay).toBe('limited');
});
