/** A customer who comes back: a card that was kept is offered, and another one may be kept as well. */
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}saved-card`, attributes);

/** The returning customer's cards, by brand. */
async function keptCards(): Promise<Record<string, string | undefined>> {
  const { stripe } = shop();
  const [grace] = (await stripe.customers.list({ email: 'grace.hopper@example.com' })).data;
  const { data } = await stripe.customers.listPaymentMethods(String(grace?.id));
  return Object.fromEntries(data.map(({ card, allow_redisplay }) => [card?.brand ?? '', allow_redisplay] as const));
}

const toggle = ({ page }: CheckoutPage) => page.getByRole('switch', { name: 'Save this card for next time' });

it('pays with the card that was kept: nothing of it is typed, nothing is asked to be kept', async () => {
  const checkout = await open();
  const { page, payment } = checkout;
  await page.getByText('Paying as grace.hopper@example.com').waitFor();
  await payment.getByRole('radio', { name: /Mastercard.*4444/ }).press('Space');
  expect(await toggle(checkout).count()).toBe(0);
  await checkout.fillAddress();
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ amount: 49_900, payment: 'paid' });
  const [intent] = (await shop().stripe.paymentIntents.list({ limit: 1, expand: ['data.payment_method'] })).data;
  expect(intent).toMatchObject({ amount_received: 49_900, payment_method: { card: { last4: '4444' } } });
});

it('pays with another card and has it kept; the toggle makes no frame anew', async () => {
  const checkout = await open();
  const { page, payment } = checkout;
  await payment.getByRole('radio', { name: 'Use another card' }).press('Space');
  await checkout.fillCard('378282246310005', { cvc: '1234' });
  await checkout.fillAddress();
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['before'] = 'yes';
  });
  await toggle(checkout).check();
  await toggle(checkout).uncheck();
  await toggle(checkout).check();
  expect(await page.locator('iframe:not([data-before])').count()).toBe(0);
  expect(await payment.locator('[name=number]').inputValue()).toBe('3782 822463 10005');
  expect((await checkout.events('billing-change')).at(-1)?.detail).toMatchObject({ savePayment: true, complete: true });
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await keptCards()).toMatchObject({ amex: 'always' });

  // A saved card that is chosen again takes the toggle away, and another one brings it back.
  const next = await open();
  await next.payment.getByRole('radio', { name: /American Express.*0005/ }).press('Space');
  await expect.poll(() => toggle(next).count()).toBe(0);
  await next.payment.getByRole('radio', { name: 'Use another card' }).press('Space');
  await toggle(next).waitFor();
  expect(await toggle(next).isChecked()).toBe(false);
});

it('asks nothing, and keeps nothing, where the page says never', async () => {
  const checkout = await open({ 'save-payment': 'never' });
  await checkout.payment.getByRole('radio', { name: 'Use another card' }).press('Space');
  await checkout.fillCard('6011111111111117');
  await checkout.fillAddress();
  expect(await toggle(checkout).count()).toBe(0);
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await keptCards()).not.toHaveProperty('discover');
});

it('says so, and keeps the card, where the shop keeps every card', async () => {
  const checkout = await open({ price: 'team_training' });
  const { page, payment } = checkout;
  await payment.getByRole('radio', { name: 'Use another card' }).press('Space');
  await page.getByText('Your card is kept for later payments.').waitFor();
  expect(await toggle(checkout).count()).toBe(0);
  await checkout.fillCard('3566002020360505');
  await checkout.fillAddress();
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await keptCards()).toMatchObject({ jcb: 'always' });
});
