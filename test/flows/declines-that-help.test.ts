/** A single payment that is declined: the server knows why, and the customer reads what to do and where. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** In a single payment each no has a code, though Checkout itself gives none for these cards. */
const KINDS = [
  { card: cards.expired, code: 'expired_card', class: 'other_method', retry: false, advises: 'Try another card.' },
  {
    card: cards.incorrectCvc,
    code: 'incorrect_cvc',
    class: 'reenter',
    retry: true,
    advises: 'Check the security code and try again.',
  },
  {
    card: cards.processingError,
    code: 'processing_error',
    class: 'retry_later',
    retry: true,
    advises: 'Try again in a moment.',
  },
  { card: cards.stolen, code: 'stolen_card', class: 'generic', retry: false, advises: 'Try another card.' },
];

it('says what each no asks for, puts the keyboard where something is to be typed, and is paid in the end', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-time`);
  await checkout.fillEmail();
  await checkout.fillAddress();
  for (const [index, { card, advises, ...detail }] of KINDS.entries()) {
    await checkout.fillCard(card);
    await checkout.pay();
    await checkout.alert.getByText(advises).waitFor();
    await expect
      .poll(async () => (await checkout.events('billing-decline')).map((event) => event.detail).at(index))
      .toEqual({ ...detail, attempt: index + 1 });
    expect(await checkout.alert.innerText()).not.toMatch(/stolen|fraud/i);
    if (detail.class === 'reenter') await expect.poll(() => checkout.payment.locator('input:focus').count()).toBe(1);
  }

  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  const { data } = await shop().stripe.paymentIntents.list();
  // One payment, however often it was tried.
  expect(data).toHaveLength(1);
  const charges = await shop().stripe.charges.list({ payment_intent: String(data[0]?.id) });
  expect(charges.data.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'failed', 'failed', 'failed']);
});

it('does not wait for a server that cannot be asked', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, `${shop().url}one-time`);
  await checkout.fill(cards.expired);
  let asked = 0;
  await page.route('**/billing/sessions/*', async (route) => {
    // The look before paying is answered, the one after the no is not.
    if ((asked += 1) > 1) await new Promise(() => undefined);
    else await route.continue();
  });
  await checkout.pay();
  await checkout.alert.getByText('Your card has expired.').waitFor();
  await checkout.alert.getByText('You have not been charged.').waitFor();
  expect((await checkout.events('billing-decline'))[0]?.detail).toMatchObject({ code: null, class: 'contact_bank' });
});
