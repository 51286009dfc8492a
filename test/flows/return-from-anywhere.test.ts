/** A link to a payment, in a mail, in another browser: it leads to the truth, and carries no secret. */
import { expect, it } from 'vitest';
import { debits, link } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const toLink = (name: string, id: string): string => `${shop().url}${name}?billing_session=${id}`;

async function visit(url: string): Promise<CheckoutPage> {
  return CheckoutPage.visit(await newPage(), url);
}

it('shows a payment that is on its way to whoever has its link', async () => {
  await debits(shop(), 'hold');
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}bank-debit`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  await link(checkout, 'Success Bank');
  await checkout.pay();
  await checkout.reaches('processing');
  const id = String((await checkout.events('billing-processing'))[0]?.detail['sessionId']);

  const elsewhere = await visit(toLink('bank-debit', id));
  await elsewhere.reaches('processing');
  expect(elsewhere.page.url()).toBe(`${shop().url}bank-debit`);
  await debits(shop(), 'release');
  await elsewhere.page.reload();
  await elsewhere.reaches('complete');
});

it('shows a payment that is done, as one that was made elsewhere', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-time`);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  const id = String((await checkout.events('billing-complete'))[0]?.detail['sessionId']);
  const elsewhere = await visit(toLink('one-time', id));
  await elsewhere.reaches('complete');
  expect((await elsewhere.events('billing-complete'))[0]?.detail['replayed']).toBe(true);
});

it('opens a purchase of its own for a link to one that is open, or to none', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-time`);
  const id = String((await checkout.events('billing-ready'))[0]?.detail['sessionId']);
  for (const other of [id, 'cs_test_nobody', '<script>']) {
    const elsewhere = await visit(toLink('one-time', encodeURIComponent(other)));
    await elsewhere.reaches('ready');
    expect((await elsewhere.events('billing-ready'))[0]?.detail['sessionId']).not.toBe(id);
  }
});

it('refuses a return address of another origin, before anything is opened', async () => {
  const elsewhere = await CheckoutPage.visit(await newPage(), `${shop().url}one-time`, {
    'return-url': 'https://elsewhere.example/thanks',
  });
  await elsewhere.reaches('failed');
  expect((await elsewhere.events('billing-error'))[0]?.detail).toMatchObject({ code: 'config.invalid' });
});
