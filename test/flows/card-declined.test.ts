/** A bank says no; the customer takes another card and loses nothing they typed. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { ADDRESS, CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const page = (): string => `${shop().url}one-page`;

/** Checkout passes on decline codes only; where there is none, Stripe's sentence says it all. */
const KINDS = [
  { card: cards.insufficientFunds, class: 'other_method', says: 'insufficient funds', advises: 'Try another card' },
  { card: cards.stolen, class: 'generic', says: 'Your card was declined', advises: 'Try another card' },
  { card: cards.expired, class: 'contact_bank', says: 'Your card has expired', advises: 'not been charged' },
  { card: cards.incorrectCvc, class: 'contact_bank', says: 'security code is incorrect', advises: 'not been charged' },
  { card: cards.processingError, class: 'contact_bank', says: 'processing your card', advises: 'not been charged' },
];

it('keeps everything typed, leaves nothing in Stripe but the attempt, then takes another card', async () => {
  const { stripe } = shop();
  const checkout = await CheckoutPage.open(await newPage(), page());
  await checkout.fill(cards.declined);
  await checkout.pay();
  await checkout.alert.getByText('Your card was declined').waitFor();

  expect(await checkout.state()).toBe('ready');
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  expect(await checkout.address.locator('[name=addressLine1]').inputValue()).toBe(ADDRESS.line1);
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4000 0000 0000 0002');
  expect((await stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
  expect((await stripe.invoices.list()).data).toEqual([]);
  expect((await stripe.customers.list({ email: 'grace@example.com' })).data).toEqual([]);
  expect((await stripe.charges.list()).data.map(({ status }) => status)).toEqual(['failed']);

  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-decline')).map(({ detail }) => detail)).toEqual([
    { code: 'generic_decline', class: 'contact_bank', retry: false, attempt: 1 },
  ]);
  expect((await stripe.subscriptions.list()).data).toHaveLength(1);
});

it('says what to do about each kind of no, one card after another, until one pays', async () => {
  const checkout = await CheckoutPage.open(await newPage(), page());
  await checkout.fillEmail();
  await checkout.fillAddress();
  for (const { card, says, advises } of KINDS) {
    await checkout.fillCard(card);
    await checkout.pay();
    await checkout.alert.getByText(says).waitFor();
    await checkout.alert.getByText(advises).waitFor();
    expect(await checkout.alert.innerText()).not.toMatch(/stolen|fraud/i);
  }
  const declines = await checkout.events('billing-decline');
  expect(declines.map(({ detail }) => detail['class'])).toEqual(KINDS.map((kind) => kind.class));
  expect(declines.map(({ detail }) => detail['attempt'])).toEqual(KINDS.map((_, index) => index + 1));

  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('puts the keyboard on the message, and tells a screen reader', async () => {
  const checkout = await CheckoutPage.open(await newPage(), page());
  await checkout.fill(cards.declined);
  await checkout.payButton.focus();
  await checkout.page.keyboard.press('Enter');
  await checkout.alert.getByText('Your card was declined').waitFor();
  const focused = await checkout.tag.evaluate((tag) => tag.shadowRoot?.activeElement?.textContent ?? '');
  expect(focused).toContain('Your card was declined');
});
