/** A customer who types a bank account and proves days later that it is theirs, or does not. */
import { beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { debits, lookAgain, typeAccount } from './support/bank.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

beforeEach(() => debits(shop(), 'hold'));

/** Paid with a typed account: the customer is told to come back, and opens the page where they prove it. */
async function toVerify(number: string, kind?: string): Promise<{ checkout: CheckoutPage; bank: Page; id: string }> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}bank-debit`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  await typeAccount(checkout, number, kind);
  await checkout.pay();
  return { checkout, ...(await verify(checkout)) };
}

/** What the customer reads next, and the page where they prove the account. */
async function verify(checkout: CheckoutPage): Promise<{ bank: Page; id: string }> {
  await checkout.reaches('action');
  await checkout.page.getByText(/A small deposit is on its way to your bank account and arrives by \w+ \d+/).waitFor();
  const id = String((await checkout.events('billing-action'))[0]?.detail['sessionId']);
  const [bank] = await Promise.all([
    checkout.page.context().waitForEvent('page'),
    checkout.page.getByRole('link', { name: 'Verify now' }).click(),
  ]);
  return { bank, id };
}

async function tell(bank: Page, code: string): Promise<void> {
  await bank.getByLabel('Six-character code').fill(code);
  await bank.getByRole('button', { name: 'Verify' }).click();
}

const intentOf = async (id: string) => {
  const { payment_intent: intent } = await shop().stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
  return intent;
};

it('pays once the code from the statement is told', async () => {
  const { checkout, bank, id } = await toVerify('000123456789');
  expect(await intentOf(id)).toMatchObject({ status: 'requires_action' });
  await tell(bank, 'SM11AA');
  await bank.getByRole('heading', { name: 'Your bank account is verified' }).waitFor();
  await lookAgain(checkout);
  await checkout.reaches('processing');
  await checkout.page.getByText('Your bank was asked for the money. It should arrive by').waitFor();
  expect(await checkout.events('billing-complete')).toEqual([]);
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete')).map(({ detail }) => detail)).toMatchObject([
    { sessionId: id, payment: 'paid', amount: 49_900, replayed: false },
  ]);
  expect(await intentOf(id)).toMatchObject({ status: 'succeeded', amount_received: 49_900 });
});

it('asks a savings account for two amounts, and lets the customer try again after wrong ones', async () => {
  const { checkout, bank, id } = await toVerify('000123456789', 'savings');
  const amounts = async (first: string, second: string): Promise<void> => {
    await bank.getByLabel('First amount').fill(first);
    await bank.getByLabel('Second amount').fill(second);
    await bank.getByRole('button', { name: 'Verify' }).click();
  };
  await amounts('12', '13');
  await bank.getByRole('alert').getByText('do not match').waitFor();
  await bank.getByText('9 attempts left').waitFor();
  await lookAgain(checkout);
  expect(await checkout.state()).toBe('action');
  await amounts('32', '45');
  await bank.getByRole('heading', { name: 'Your bank account is verified' }).waitFor();
  expect(await intentOf(id)).toMatchObject({ status: 'processing' });
});

it.each([
  ['too many tries', 'SM33CC', 'attempts_exceeded'],
  ['a proof that comes too late', 'SM44DD', 'timeout'],
])('ends with %s: nothing is paid, and another way is offered', async (_, code, reason) => {
  const { checkout, bank, id } = await toVerify('000123456789');
  await tell(bank, code);
  await bank.getByRole('heading', { name: 'could not be verified' }).waitFor();
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByText('The money did not arrive, so you have not paid.').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({
    code: 'payment.failed',
    recoverable: true,
  });
  expect(await intentOf(id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: `payment_method_microdeposit_verification_${reason}` },
  });
  await checkout.page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
});

it('fails when the deposits cannot be sent', async () => {
  const { checkout } = await toVerify('000666666661');
  await debits(shop(), 'release');
  await lookAgain(checkout);
  await checkout.reaches('failed');
});

/** The known customer types an account that is to be kept for later, and opens the page where they prove it. */
async function toKeep(): Promise<{ checkout: CheckoutPage; bank: Page; id: string }> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  const checkout = await CheckoutPage.open(page, `${shop().url}keep-bank-account`);
  await typeAccount(checkout, '000123456789');
  await checkout.payment.getByLabel('Full name').fill('Ada Lovelace');
  await checkout.payment.getByLabel('Email').fill('ada@example.com');
  await page.getByRole('button', { name: 'Save payment method' }).waitFor();
  await checkout.pay();
  return { checkout, ...(await verify(checkout)) };
}

const setupOf = (id: string) => shop().stripe.setupIntents.retrieve(id, { expand: ['payment_method'] });

async function defaultMethod() {
  const read = await shop().stripe.customers.retrieve(shop().customer);
  return read.deleted ? null : read.invoice_settings.default_payment_method;
}

it.each([
  ['too many tries', 'SM33CC', 'attempts_exceeded'],
  ['a proof that comes too late', 'SM44DD', 'timeout'],
])('keeps no account after %s, and asks for another', async (_, code, reason) => {
  const { checkout, bank, id } = await toKeep();
  await tell(bank, code);
  await bank.getByRole('heading', { name: 'could not be verified' }).waitFor();
  await lookAgain(checkout);
  await checkout.reaches('failed');
  await checkout.page.getByRole('heading', { name: 'Payment method not saved' }).waitFor();
  await checkout.page.getByText('Your bank account could not be verified. You have not been charged.').waitFor();
  expect(await checkout.page.getByText(/money|payment failed/i).count()).toBe(0);
  expect((await checkout.events('billing-error'))[0]?.detail).toMatchObject({
    code: 'payment.not_kept',
    recoverable: true,
  });
  expect(await setupOf(id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: `payment_method_microdeposit_verification_${reason}` },
  });
  expect(await defaultMethod()).toBeNull();
  await checkout.page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
});

it('keeps an account for later once it is proven: the customer’s default, and nothing is paid', async () => {
  const { stripe, customer } = shop();
  const { checkout, bank, id } = await toKeep();
  expect(await setupOf(id)).toMatchObject({ status: 'requires_action' });
  expect(await defaultMethod()).toBeNull();

  await tell(bank, 'SM11AA');
  await bank.getByRole('heading', { name: 'Your bank account is verified' }).waitFor();
  await lookAgain(checkout);
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment method is saved for later payments.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'none_due', mode: 'setup' });
  expect(await setupOf(id)).toMatchObject({
    status: 'succeeded',
    payment_method: { type: 'us_bank_account', us_bank_account: { last4: '6789' }, customer },
  });
  await expect.poll(defaultMethod).toMatch(/^pm_/);
  expect((await stripe.charges.list({ customer })).data).toEqual([]);
});
