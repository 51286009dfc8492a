/** A subscriber whose renewal was declined pays with another card: active again, with no gap, and with that card from then on. */
import { expect, it } from 'vitest';
import type Stripe from 'stripe';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { pointAndClick } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const HOUR = 3600;

const latestOf = ({ latest_invoice: invoice }: Stripe.Subscription): Stripe.Invoice => {
  if (invoice === null || typeof invoice === 'string') throw new Error('There is no invoice.');
  return invoice;
};

it('says what failed and why, takes another card, and goes on as if nothing had been', async () => {
  const { stripe, url } = shop();
  const page = await newPage();
  await page.goto(`${url}past-due`);
  await page.getByRole('button', { name: 'Let a renewal fail' }).click();
  await page.waitForURL('**/past-due?subscription=*');
  const id = new URL(page.url()).searchParams.get('subscription') ?? '';
  const read = (): Promise<Stripe.Subscription> => stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
  const before = await read();
  expect(before.status).toBe('past_due');
  expect(latestOf(before)).toMatchObject({ status: 'open', attempt_count: 1 });

  const checkout = await CheckoutPage.open(page, page.url());
  await page.getByText('The last charge did not go through. Your card was declined.').waitFor();
  await page.getByText('Amount due').waitFor();
  await pointAndClick(checkout.payment.getByLabel('Use another card'));
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $26.25 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    sessionId: latestOf(before).id,
    payment: 'paid',
    amount: 2_625,
  });

  const after = await read();
  expect(after.status).toBe('active');
  expect(latestOf(after)).toMatchObject({ id: latestOf(before).id, status: 'paid' });
  // No gap: the period is the one that the renewal began.
  expect(after.items.data[0]?.current_period_start).toBe(before.items.data[0]?.current_period_start);
  const method = await stripe.paymentMethods.retrieve(String(after.default_payment_method));
  expect(method).toMatchObject({ card: { last4: '4242' }, customer: after.customer });

  const end = after.items.data[0]?.current_period_end ?? 0;
  await stripe.testHelpers.testClocks.advance(String(after.test_clock), { frozen_time: end + 2 * HOUR });
  const renewed = await read();
  expect(renewed.status).toBe('active');
  expect(latestOf(renewed)).toMatchObject({ status: 'paid', amount_paid: 2_625 });
  expect(latestOf(renewed).id).not.toBe(latestOf(after).id);
});

/** A subscription of a scene, and the page it leads to. */
async function play(scene: string, button: string) {
  const page = await newPage();
  await page.goto(`${shop().url}${scene}`);
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL('**?subscription=*');
  const id = new URL(page.url()).searchParams.get('subscription') ?? '';
  const read = (): Promise<Stripe.Subscription> =>
    shop().stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] });
  return { page, id, read };
}

const tell = async (route: string, body: object): Promise<number> => {
  const request = { method: 'POST', body: JSON.stringify({ account: 'simulator', ...body }) };
  return (await fetch(`${shop().simulatorUrl}/_simulator/billing/${route}`, request)).status;
};

it('says that the money was not enough, and takes the same card once it is', async () => {
  const { stripe, url } = shop();
  const { page, id, read } = await play('replace-method', 'Make a subscription');
  const { customer, items, test_clock: clock } = await read();
  expect(await tell('decline_next', { customer, decline: 'insufficient_funds' })).toBe(204);
  expect(await tell('decline_next', { customer, decline: 'bad_mood' })).toBe(400);
  const end = items.data[0]?.current_period_end ?? 0;
  await stripe.testHelpers.testClocks.advance(String(clock), { frozen_time: end + 2 * HOUR });
  expect((await read()).status).toBe('past_due');

  const checkout = await CheckoutPage.open(page, `${url}past-due?subscription=${id}`);
  await page.getByText('The last charge did not go through. Your card has insufficient funds.').waitFor();
  await checkout.payment.getByRole('radio', { name: /Visa.*4242/ }).press('Space');
  await checkout.pay();
  await checkout.reaches('complete');
  const after = await read();
  expect(after.status).toBe('active');
  expect(latestOf(after)).toMatchObject({ status: 'paid', amount_paid: 2_625 });
});

it('ends as paid when Stripe has collected in the moment before the customer presses Pay', async () => {
  const { stripe } = shop();
  const { page, id, read } = await play('past-due', 'Let a renewal fail');
  const before = await read();
  const customer = String(before.customer);
  const checkout = await CheckoutPage.open(page, page.url());
  await pointAndClick(checkout.payment.getByLabel('Use another card'));
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();

  const good = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
  await stripe.subscriptions.update(id, { default_payment_method: good.id });
  await stripe.invoices.pay(latestOf(before).id);
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $26.25 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid', amount: 2_625 });
  expect(await read()).toMatchObject({ status: 'active', latest_invoice: { status: 'paid' } });
  const { data } = await stripe.charges.list({ customer });
  expect(data.filter(({ status }) => status === 'succeeded')).toMatchObject([{ payment_method: good.id }]);
});

it('brings back one that was left unpaid after the last try', async () => {
  const { stripe } = shop();
  expect(await tell('settings', { after_retries: 'unpaid' })).toBe(204);
  const { page, read } = await play('past-due', 'Let a renewal fail');
  const { test_clock: clock } = await read();
  const { frozen_time: now } = await stripe.testHelpers.testClocks.retrieve(String(clock));
  await stripe.testHelpers.testClocks.advance(String(clock), { frozen_time: now + 16 * 24 * HOUR });
  const before = await read();
  expect(before.status).toBe('unpaid');
  expect(latestOf(before)).toMatchObject({ status: 'open', attempt_count: 4 });

  const checkout = await CheckoutPage.open(page, page.url());
  await page.getByText('The last charge did not go through. Your card was declined.').waitFor();
  await pointAndClick(checkout.payment.getByLabel('Use another card'));
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await checkout.pay();
  await checkout.reaches('complete');
  const after = await read();
  expect(after.status).toBe('active');
  expect(latestOf(after)).toMatchObject({ id: latestOf(before).id, status: 'paid' });
});

it('lets one go on that was paused for want of a method, and says what it charges', async () => {
  const { stripe } = shop();
  const { page, read } = await play('past-due', 'Let a trial end without a card');
  expect((await read()).status).toBe('paused');
  const checkout = await CheckoutPage.open(page, page.url());
  await page.getByText('Due today').waitFor();
  await page.getByText('Then $26.25 every month, until you cancel.').waitFor();
  expect(await page.getByText('Nothing is charged now.').count()).toBe(0);
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  await expect.poll(async () => (await read()).status).toBe('active');
  const after = await read();
  expect(latestOf(after)).toMatchObject({ status: 'paid', amount_paid: 2_625 });
  const method = await stripe.paymentMethods.retrieve(String(after.default_payment_method));
  expect(method.card?.last4).toBe('4242');
});

it('leads a customer whose subscription has ended to a new one, in its place', async () => {
  const { stripe } = shop();
  const { page, id, read } = await play('past-due', 'Cancel a subscription');
  const { customer } = await read();
  const checkout = await CheckoutPage.visit(page, page.url());
  await checkout.reaches('failed');
  await page.getByText('This subscription has ended. You can start a new one.').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({ code: 'subscription.ended' });

  await page.getByRole('button', { name: 'Start a new subscription' }).click();
  await checkout.reaches('ready');
  await checkout.fillAddress();
  await checkout.payment.getByRole('radio', { name: /Visa.*4242/ }).press('Space');
  await page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  const { sessionId } = (await checkout.events('billing-complete'))[0]?.detail ?? {};
  const bought = await stripe.checkout.sessions.retrieve(String(sessionId));
  const { data } = await stripe.subscriptions.list({ customer: String(customer), status: 'active' });
  expect(data).toMatchObject([{ id: bought.subscription, items: { data: [{ quantity: 3 }] } }]);
  expect((await read()).status).toBe('canceled');
  expect(bought.subscription).not.toBe(id);
});
