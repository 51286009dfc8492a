/** A customer who authorizes the payment on their bank's page, and comes back from there in every way there is. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { choose } from './support/bank.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** At the bank: the page has been left. */
async function leave(page: Page): Promise<{ checkout: CheckoutPage; id: string }> {
  const checkout = await CheckoutPage.open(page, `${shop().url}redirect-method?from=mail`);
  const id = String((await checkout.events('billing-ready'))[0]?.detail['sessionId']);
  await checkout.fillEmail();
  await checkout.fillAddress();
  await choose(checkout, 'iDEAL');
  await checkout.pay();
  await page.getByRole('heading', { name: 'iDEAL test payment page' }).waitFor();
  return { checkout, id };
}

const intentOf = async (id: string) =>
  (await shop().stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] })).payment_intent;

it('pays: the outcome is shown, told once, and the address is clean', async () => {
  const { checkout, id } = await leave(await newPage());
  expect(await intentOf(id)).toMatchObject({ status: 'requires_action' });
  await checkout.page.getByRole('button', { name: 'Authorize test payment' }).click();
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of €459.00 is complete.').waitFor();
  const [complete, ...more] = await checkout.events('billing-complete');
  expect(complete?.detail).toMatchObject({ sessionId: id, payment: 'paid', amount: 45_900, replayed: false });
  expect(more).toEqual([]);
  expect(checkout.page.url()).toBe(`${shop().url}redirect-method?from=mail`);
  expect(await intentOf(id)).toMatchObject({ status: 'succeeded', amount_received: 45_900 });

  await checkout.page.reload();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail['replayed']).toBe(true);
});

it('fails: the same session is open again, says so, and takes a card', async () => {
  const { checkout, id } = await leave(await newPage());
  await checkout.page.getByRole('button', { name: 'Fail test payment' }).click();
  await checkout.reaches('ready');
  await checkout.alert.getByText('The payment was not made. Please try again.').waitFor();
  expect(checkout.page.url()).toBe(`${shop().url}redirect-method?from=mail`);
  expect((await checkout.events('billing-ready'))[0]?.detail['sessionId']).toBe(id);
  expect(await checkout.events('billing-complete')).toEqual([]);
  await checkout.fill('4242424242424242');
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await shop().stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
});

it('is left with the browser’s back button: the form is there again, and the bank’s page is void after another try', async () => {
  const { checkout, id } = await leave(await newPage());
  const bank = checkout.page.url();
  await checkout.page.goBack();
  await checkout.reaches('ready');
  expect(await intentOf(id)).toMatchObject({ status: 'requires_action' });
  await checkout.fill('4242424242424242');
  await checkout.pay();
  await checkout.reaches('complete');
  await checkout.page.goto(bank);
  await checkout.page.getByRole('heading', { name: 'Nothing is waiting here' }).waitFor();
});

it('believes Stripe, not the address', async () => {
  const { checkout, id } = await leave(await newPage());
  await checkout.page.goto(`${shop().url}redirect-method?billing_session=${id}&redirect_status=succeeded`);
  await checkout.reaches('ready');
  expect(checkout.page.url()).toBe(`${shop().url}redirect-method`);
  expect(await checkout.events('billing-complete')).toEqual([]);
});
