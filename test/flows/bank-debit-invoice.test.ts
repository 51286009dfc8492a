/** A customer who pays an open invoice from a bank account: on its way is not paid; it arrives, or comes back. */
import { beforeEach, expect, it } from 'vitest';
import { debits, link, lookAgain } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

beforeEach(() => debits(shop(), 'hold'));

/** An invoice of Ada's, from the demo's own button, whose debit has been sent. */
async function sent(bank: string): Promise<{ readonly checkout: CheckoutPage; readonly id: string }> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  const checkout = await CheckoutPage.visit(page, `${shop().url}bank-debit-invoice`);
  await page.getByRole('button', { name: 'Make an invoice for Ada' }).click();
  await page.waitForURL('**/bank-debit-invoice?invoice=*');
  await checkout.reaches('ready');
  const id = new URL(page.url()).searchParams.get('invoice') ?? '';
  await link(checkout, bank);
  await checkout.payment.getByLabel('Full name').fill('Ada Lovelace');
  await checkout.payment.getByLabel('Email').fill('ada@example.com');
  await checkout.pay();
  await checkout.reaches('processing');
  return { checkout, id };
}

it('is told that it is on its way, and then that it is paid, with a receipt', async () => {
  const { checkout, id } = await sent('Success Bank');
  const { stripe } = shop();
  await checkout.page.getByRole('heading', { name: 'Your payment is on its way' }).waitFor();
  expect(await checkout.events('billing-complete')).toEqual([]);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', amount_remaining: 98_000 });
  await checkout.page.reload();
  await checkout.reaches('processing');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $980.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ sessionId: id, payment: 'paid' });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_paid: 98_000 });
  const receipt = checkout.page.getByRole('link', { name: 'View receipt' });
  expect(await receipt.getAttribute('href')).toContain('/receipts/');
});

it('is told that it came back, and pays the same invoice by card', async () => {
  const { checkout, id } = await sent('Insufficient Funds Bank');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByText('The money did not arrive, so you have not paid.').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({ code: 'payment.failed' });
  expect((await shop().stripe.invoices.retrieve(id)).status).toBe('open');
  await checkout.page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await shop().stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_paid: 98_000 });
});
