/** A customer who pays from a European account: a subscription that starts at once, and money that comes or comes back. */
import { beforeEach, expect, it } from 'vitest';
import { choose, debits, lookAgain } from './support/bank.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

beforeEach(() => debits(shop(), 'hold'));

async function open(iban: string): Promise<CheckoutPage> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}sepa-debit`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  await choose(checkout, 'SEPA Direct Debit');
  await checkout.payment.getByLabel('IBAN').fill(iban);
  return checkout;
}

it('reads the mandate, is told by when the money arrives, and then that it is there', async () => {
  const checkout = await open('AT611904300234573201');
  await checkout.payment.getByText('send instructions to your bank to debit your account').waitFor();
  await checkout.pay();
  await checkout.reaches('processing');
  await checkout.page.getByText('Your bank was asked for the money. It should arrive by').waitFor();
  const { stripe } = shop();
  const [subscription] = (await stripe.subscriptions.list({ expand: ['data.default_payment_method'] })).data;
  expect(subscription).toMatchObject({
    status: 'active',
    default_payment_method: { type: 'sepa_debit', sepa_debit: { country: 'AT', last4: '3201' } },
  });
  const [charge] = (await stripe.charges.list({ limit: 1 })).data;
  const mandate = await stripe.mandates.retrieve(charge?.payment_method_details?.sepa_debit?.mandate ?? '');
  expect(mandate).toMatchObject({ type: 'multi_use', status: 'active' });
  expect(await checkout.events('billing-complete')).toEqual([]);
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of €57.50 is complete.').waitFor();
  expect((await checkout.events('billing-complete')).map(({ detail }) => detail)).toMatchObject([
    { payment: 'paid', amount: 5_750, currency: 'eur' },
  ]);
  expect(await stripe.invoices.retrieve(String(subscription?.latest_invoice))).toMatchObject({ status: 'paid' });
});

it('comes back: nothing is paid, and another way is offered', async () => {
  const checkout = await open('DE62370400440532013001');
  await checkout.pay();
  await checkout.reaches('processing');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByText('The money did not arrive').waitFor();
  expect(await checkout.events('billing-complete')).toEqual([]);
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({ code: 'payment.failed' });
  const [charge] = (await shop().stripe.charges.list({ limit: 1 })).data;
  expect(charge).toMatchObject({ status: 'failed', payment_method_details: { type: 'sepa_debit' } });
});

/** Begins a scene of the demo, on its page, and says whose account the money comes from. */
async function playScene(page: string, button: string, iban: string) {
  const checkout = await CheckoutPage.visit(await newPage(), `${shop().url}${page}`);
  await checkout.page.getByRole('button', { name: button }).click();
  await checkout.page.waitForURL('**?*=*');
  await checkout.reaches('ready');
  // Of a customer who has a saved card.
  const another = checkout.payment.getByLabel('Use another card');
  if (await another.isVisible()) await another.check();
  await choose(checkout, 'SEPA Direct Debit');
  await checkout.payment.getByLabel('Full name').fill('Grace Hopper');
  await checkout.payment.getByLabel('Email').fill('grace@example.com');
  await checkout.payment.getByLabel('IBAN').fill(iban);
  await checkout.pay();
  await checkout.reaches('processing');
  const [id = ''] = [...new URL(checkout.page.url()).searchParams.values()];
  return { checkout, id };
}

it('pays an open invoice, which is paid once the money is there', async () => {
  const { checkout, id } = await playScene('bank-debit-invoice', 'Make one in euros', 'DE89370400440532013000');
  const { stripe } = shop();
  expect(await checkout.events('billing-complete')).toEqual([]);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', amount_remaining: 98_000 });
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of €980.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid', amount: 98_000 });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', currency: 'eur' });
});

it('brings a past-due subscription back once the money is there, and pays its renewals from then on', async () => {
  const { checkout, id } = await playScene('past-due', 'Let one in euros fail', 'AT611904300234573201');
  const { stripe } = shop();
  const read = () => stripe.subscriptions.retrieve(id, { expand: ['default_payment_method', 'latest_invoice'] });
  // Under way is not paid.
  expect(await read()).toMatchObject({ status: 'past_due', latest_invoice: { status: 'open' } });
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid', amount: 3_450 });
  expect(await read()).toMatchObject({
    status: 'active',
    latest_invoice: { status: 'paid', amount_paid: 3_450 },
    default_payment_method: { type: 'sepa_debit', sepa_debit: { last4: '3201' } },
  });
});

it('leaves it past due where the money comes back, and lets the customer try again', async () => {
  const { checkout, id } = await playScene('past-due', 'Let one in euros fail', 'DE65370400440002222227');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByText('The money did not arrive, so you have not paid.').waitFor();
  expect(await shop().stripe.subscriptions.retrieve(id, { expand: ['latest_invoice'] })).toMatchObject({
    status: 'past_due',
    latest_invoice: { status: 'open' },
  });
  await checkout.page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
});

it('says what is wrong with an IBAN, and pays nothing', async () => {
  const checkout = await open('AT61190430023457320');
  await checkout.pay();
  await checkout.payment.getByText('Your IBAN is invalid.').waitFor();
  // The field says so before the page has heard of it.
  await expect.poll(async () => (await checkout.events('billing-invalid'))[0]?.detail).toEqual({ fields: ['payment'] });
});
