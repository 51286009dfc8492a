/** Customers without a mouse: every key pressed is one that they have, and they are never stuck. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { Keyboard } from './support/keyboard.js';
import { pressAway } from './support/press-away.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** The customer of the story at hand. */
let checkout: CheckoutPage;
let keys: Keyboard;

async function open(path: string, attributes: Attributes = {}): Promise<void> {
  checkout = await CheckoutPage.open(await newPage(), `${shop().url}${path}`, attributes);
  keys = new Keyboard(checkout.page);
}

/** From wherever they are to a field, and what is typed into it. Gives what was passed on the way. */
async function fill(field: string, text: string): Promise<string[]> {
  const passed = await keys.tabTo(field);
  await keys.type(text);
  return passed;
}

async function fillDetails(): Promise<string[]> {
  return [
    ...(await fill('Email', 'grace@example.com')),
    ...(await fill('Full name', 'Grace Hopper')),
    ...(await fill('Address line 1', '12 St James Square')),
    ...(await fill('City', 'New York')),
    ...(await fill('State', 'New York')),
    ...(await fill('ZIP code', '10001')),
  ];
}

const fillCard = async (number: string): Promise<string[]> => [
  ...(await fill('Card number', number)),
  ...(await fill('Expiration date', '1234')),
  ...(await fill('Security code', '123')),
];

const ADDRESS = ['Full name', 'Country or region', 'Address line 1', 'Address line 2', 'City', 'State', 'ZIP code'];
const CARD = ['Card number', 'Expiration date', 'Security code'];

it('buys on one page: the keyboard goes as the eye does, and ends on what came of it', async () => {
  await open('one-page');
  await keys.tabTo('Ada Lovelace');
  const passed = [...(await fillDetails()), ...(await fillCard(cards.pays)), ...(await keys.tabTo(/^Offer this card/))];
  await keys.press('Space');
  expect(await checkout.page.getByRole('switch').isChecked()).toBe(true);
  passed.push(...(await keys.tabTo(/^Pay/)));
  expect(passed).toEqual(['Email', ...ADDRESS, ...CARD, expect.stringMatching(/^Offer/), 'Pay $105.00']);
  await keys.press('Enter');
  await checkout.reaches('complete');
  await expect.poll(() => keys.focused()).toBe('Thank you');
});

it('buys on two pages: each begins at its heading', async () => {
  await open('two-page');
  await keys.tabTo('Ada Lovelace');
  const first = [...(await fillDetails()), ...(await keys.tabTo('Continue to payment'))];
  expect(first).toEqual(['Email', ...ADDRESS, 'Continue to payment']);
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toBe('Payment');

  await keys.tabTo('Back to details', 'Shift+Tab');
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toBe('Contact');
  await keys.tabTo('Continue to payment');
  await keys.press('Space');
  await expect.poll(() => keys.focused()).toBe('Payment');

  const second = [...(await fillCard(cards.pays)), ...(await keys.tabTo(/^Pay/))];
  expect(second).toEqual([...CARD, expect.stringMatching(/^Offer/), 'Pay $105.00']);
  await keys.press('Space');
  await checkout.reaches('complete');
  await expect.poll(() => keys.focused()).toBe('Thank you');
});

it('is led from the list of what is missing to each field, into Stripe’s frames too', async () => {
  await open('one-page');
  const list: readonly (readonly [complaint: string, field: string])[] = [
    ['Enter an email address, like name@example.com.', 'Email'],
    ['Complete your billing address.', 'Full name'],
    ['Your card number is incomplete.', 'Card number'],
  ];
  for (const [complaint, field] of list) {
    await keys.tabTo(/^Pay/);
    await keys.press('Enter');
    await expect.poll(() => keys.focused()).toBe('Please check a few things');
    await keys.tabTo(complaint);
    await keys.press('Enter');
    await expect.poll(() => keys.focused()).toBe(field);
  }
});

it('comes from a decline to what it says, and from a wrong code to the card', async () => {
  await open('one-time');
  await fillDetails();
  await fillCard(cards.declined);
  await keys.tabTo(/^Pay/);
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toMatch(/^Your card was declined/);

  await keys.tabTo('Card number', 'Shift+Tab');
  await keys.press('Control+A');
  await keys.type(cards.incorrectCvc);
  await keys.tabTo(/^Pay/);
  await keys.press('Enter');
  await expect.poll(() => keys.focused()).toBe('Card number');
  await expect.poll(() => checkout.page.getByRole('alert').textContent()).toMatch(/security code is incorrect/);
});

it('passes its bank’s dialog, and lands on what came of it', async () => {
  await open('one-page');
  await fillDetails();
  await fillCard(cards.asks3ds);
  await keys.tabTo(/^Pay/);
  await keys.press('Enter');
  await checkout.challenge.getByRole('button', { name: /complete/i }).waitFor();
  await keys.tabTo(/^Complete/i);
  pressAway(checkout.page, 'Enter');
  await checkout.reaches('complete');
  await expect.poll(() => keys.focused()).toBe('Thank you');
});

it('pays with Enter in our own field: the keyboard is not lost with it', async () => {
  await open('one-page');
  await fillDetails();
  await fillCard(cards.pays);
  await keys.tabTo('Email', 'Shift+Tab');
  await keys.press('Enter');
  await checkout.reaches('complete');
  await expect.poll(() => keys.focused()).toBe('Thank you');
});

it('is nowhere trapped: Tab leads through the checkout and out of it again, both ways', async () => {
  await open('one-page');
  const forth = await keys.tabTo(/^Pay/);
  expect(await keys.tab()).toBe('the page');
  const back = await keys.tabTo('billing-checkout', 'Shift+Tab');
  expect(back.filter((name) => name !== 'the page')).toEqual(forth.reverse());
});

it('keeps its place when a page merely loads into an outcome', async () => {
  await open('one-page');
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  await checkout.page.reload();
  await checkout.reaches('complete');
  expect(await keys.focused()).toBe('the page');
  expect(await checkout.page.getByRole('status').textContent()).toBe('Thank you');
});
