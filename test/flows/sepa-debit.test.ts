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
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of €57.50 is complete.').waitFor();
});

it('comes back: nothing is paid, and another way is offered', async () => {
  const checkout = await open('DE62370400440532013001');
  await checkout.pay();
  await checkout.reaches('processing');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByText('The money did not arrive').waitFor();
});

it('says what is wrong with an IBAN, and pays nothing', async () => {
  const checkout = await open('AT61190430023457320');
  await checkout.pay();
  await checkout.payment.getByText('Your IBAN is invalid.').waitFor();
  expect((await checkout.events('billing-invalid'))[0]?.detail).toEqual({ fields: ['payment'] });
});
