/** A customer who pays from a bank account that they link: the money is on its way, and arrives. */
import type Stripe from 'stripe';
import { beforeEach, expect, it } from 'vitest';
import { debits, link, linking, lookAgain, choose } from './support/bank.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { pointAndClick } from './support/point-and-click.js';
import { pressAway } from './support/press-away.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

beforeEach(() => debits(shop(), 'hold'));

async function open(name: string): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}${name}`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  return checkout;
}

it('is told that the money is on its way, by when it arrives, and then that it is there', async () => {
  const checkout = await open('bank-debit');
  await link(checkout, 'Success Bank');
  await checkout.pay();
  await checkout.reaches('processing');
  await checkout.page.getByText(/Your bank was asked for the money. It should arrive by \w+ \d+, \d{4}/).waitFor();
  const [processing] = await checkout.events('billing-processing');
  const id = String(processing?.detail['sessionId']);
  expect(await checkout.events('billing-complete')).toEqual([]);
  const { stripe } = shop();
  const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  expect(session.payment_intent).toMatchObject({ status: 'processing', latest_charge: { status: 'pending' } });

  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid', replayed: false });
  expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
});

it('finds the payment on its way again after a reload', async () => {
  const checkout = await open('bank-debit');
  await link(checkout, 'Success Bank');
  await checkout.pay();
  await checkout.reaches('processing');
  await checkout.page.reload();
  await checkout.reaches('processing');
  await checkout.page.getByRole('heading', { name: 'Your payment is on its way' }).waitFor();
});

it('starts a subscription at once, whose invoice is paid when the money arrives', async () => {
  const checkout = await open('bank-debit-plan');
  await choose(checkout, 'US bank account');
  // In a subscription the account has to be linked.
  expect(await checkout.payment.getByRole('button', { name: 'manually' }).count()).toBe(0);
  await link(checkout, 'Success Bank');
  await checkout.pay();
  await checkout.reaches('processing');
  const { stripe } = shop();
  const [subscription] = (await stripe.subscriptions.list({ expand: ['data.latest_invoice'] })).data;
  expect(subscription).toMatchObject({
    status: 'active',
    latest_invoice: { status: 'open', amount_remaining: 62_500 },
  });
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  const invoice = await stripe.invoices.retrieve((subscription?.latest_invoice as Stripe.Invoice).id);
  expect(invoice).toMatchObject({ status: 'paid', amount_paid: 62_500 });
});

it('links nothing when the customer closes the dialog, and says what is missing', async () => {
  const checkout = await open('bank-debit');
  await choose(checkout, 'US bank account');
  await pointAndClick(checkout.payment.getByRole('button', { name: 'Link your bank account' }));
  await linking(checkout).getByRole('heading', { name: 'Select your bank' }).focus();
  pressAway(checkout.page, 'Escape');
  await checkout.page.locator('iframe[title="Secure bank account linking frame"]').waitFor({ state: 'detached' });
  await checkout.pay();
  await checkout.reaches('ready');
  await checkout.payment.getByText('Link your bank account, or enter its details.').waitFor();
  // The field says so before the page has heard of it.
  await expect.poll(async () => (await checkout.events('billing-invalid'))[0]?.detail).toEqual({ fields: ['payment'] });
});

it('still pays with a card, which is the first of the ways', async () => {
  const checkout = await open('bank-debit');
  await checkout.fillCard('4242424242424242');
  await checkout.pay();
  await checkout.reaches('complete');
  await debits(shop(), 'release');
});
