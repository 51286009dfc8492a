/** A debit that comes back days later: what was on its way did not arrive, and the customer pays another way. */
import { beforeEach, expect, it } from 'vitest';
import { debits, link, lookAgain } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

beforeEach(() => debits(shop(), 'hold'));

async function sent(name: string, bank: string): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}${name}`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  await link(checkout, bank);
  await checkout.pay();
  await checkout.reaches('processing');
  return checkout;
}

it('tells the customer who is still there, and takes a card instead', async () => {
  const checkout = await sent('bank-debit', 'Insufficient Funds Bank');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByRole('heading', { name: 'Payment failed' }).waitFor();
  await checkout.page.getByText('The money did not arrive, so you have not paid.').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({ code: 'payment.failed' });
  const [charge] = (await shop().stripe.charges.list({ limit: 1 })).data;
  expect(charge).toMatchObject({ status: 'failed', failure_code: 'insufficient_funds' });

  await checkout.page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('tells the customer who comes back days later', async () => {
  const checkout = await sent('bank-debit', 'Closed Account Bank');
  await debits(shop(), 'release');
  await checkout.page.reload();
  await checkout.reaches('failed');
  await checkout.page.getByText('Try again with another way to pay').waitFor();
  expect(await checkout.events('billing-complete')).toEqual([]);
});

it('leaves a subscription past due, with its invoice open', async () => {
  const checkout = await sent('bank-debit-plan', 'No Account Bank');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  const [subscription] = (await shop().stripe.subscriptions.list({ status: 'all', expand: ['data.latest_invoice'] }))
    .data;
  expect(subscription).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open' } });
});
