/** A bank says no; the customer takes another card and loses nothing they typed. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { ADDRESS, CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const page = (): string => `${shop().url}one-page`;

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

it.each([
  [
    'insufficient funds',
    cards.insufficientFunds,
    'other_method',
    'Your card has insufficient funds',
    'Try another card',
  ],
  ['a stolen card', cards.stolen, 'generic', 'Your card was declined', 'Try another card'],
  // Checkout passes on decline codes only, and these have none: Stripe's sentence says it all.
  ['an expired card', cards.expired, 'contact_bank', 'Your card has expired', 'You have not been charged'],
  ['a wrong security code', cards.incorrectCvc, 'contact_bank', 'security code is incorrect', 'not been charged'],
  ['a fault on the way', cards.processingError, 'contact_bank', 'while processing your card', 'not been charged'],
])('says what to do about %s, and the next card pays', async (_, card, declineClass, sentence, advice) => {
  const checkout = await CheckoutPage.open(await newPage(), page());
  await checkout.fill(card);
  await checkout.pay();
  await checkout.alert.getByText(sentence).waitFor();
  await checkout.alert.getByText(advice).waitFor();
  expect(await checkout.alert.innerText()).not.toMatch(/stolen|fraud/i);
  const [decline] = await checkout.events('billing-decline');
  expect(decline?.detail['class']).toBe(declineClass);

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
