/** A customer with a promotion code: wrong, expired, applied, taken away, applied again, and paid with. */
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}promotion-code`, attributes);

const field = ({ page }: CheckoutPage) => page.getByLabel('Promotion code', { exact: true });
const total = async (checkout: CheckoutPage): Promise<unknown> =>
  (await checkout.events('billing-change')).at(-1)?.detail['total'];

/** With the keyboard alone: Enter in the field applies. */
async function apply(checkout: CheckoutPage, code: string): Promise<void> {
  await field(checkout).fill(code);
  await field(checkout).press('Enter');
}

/** Resolves once a code of the demo can no longer be redeemed. */
async function over(code: string): Promise<void> {
  const { stripe } = shop();
  await expect
    .poll(async () => (await stripe.promotionCodes.list({ code })).data[0]?.active, { timeout: 10_000 })
    .toBe(false);
}

it('reads why a code is not taken, applies one that is good, takes it away, and pays with it', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: 'Pay $50.00' }).waitFor();

  await page.getByText('Add promotion code').press('Enter');
  await apply(checkout, 'NOPE');
  await page.getByText('This code is invalid.').waitFor();
  expect(await field(checkout).inputValue()).toBe('NOPE');
  expect(await field(checkout).getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => field(checkout).evaluate((input) => input.matches(':focus'))).toBe(true);
  await over('LASTYEAR');
  await apply(checkout, 'LASTYEAR');
  await page.getByText('This code has expired.').waitFor();
  await apply(checkout, 'A'.repeat(10_240));
  await page.getByText('This code can’t be used.').waitFor();
  expect(await total(checkout)).toBe(5_000);

  await apply(checkout, 'spring20');
  await page.getByRole('button', { name: 'Pay $40.00' }).waitFor();
  await page.getByText('Spring offer').waitFor();
  await page.getByText('For 3 months').waitFor();
  await page.getByText('-$10.00').waitFor();
  await page.getByText('Then $50.00 every month, until you cancel. With the discount, $40.00.').waitFor();
  await page.getByText('you allow your card to be charged $50.00 every month').waitFor();
  await expect.poll(() => page.getByRole('status').textContent()).toBe('SPRING20 takes $10.00 off.');
  expect(await total(checkout)).toBe(4_000);

  const remove = page.getByRole('button', { name: 'Remove SPRING20' });
  await expect.poll(() => remove.evaluate((button) => button.matches(':focus'))).toBe(true);
  await remove.press('Enter');
  await page.getByRole('button', { name: 'Pay $50.00' }).waitFor();
  const summary = page.getByText('Add promotion code');
  await expect.poll(() => summary.evaluate((line) => line.matches(':focus'))).toBe(true);
  expect(await total(checkout)).toBe(5_000);

  await summary.press('Enter');
  await apply(checkout, 'SPRING20');
  await page.getByRole('button', { name: 'Pay $40.00' }).waitFor();
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $40.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ amount: 4_000, payment: 'paid' });
  expect(await checkout.events('billing-error')).toEqual([]);

  const { stripe } = shop();
  const [subscription] = (await stripe.subscriptions.list({ limit: 1, expand: ['data.discounts.promotion_code'] }))
    .data;
  const discount = subscription?.discounts[0] as Stripe.Discount;
  expect(discount.promotion_code).toMatchObject({ code: 'SPRING20', times_redeemed: 1 });
  const invoice = await stripe.invoices.retrieve(String(subscription?.latest_invoice));
  expect(invoice).toMatchObject({
    subtotal: 5_000,
    amount_paid: 4_000,
    total_discount_amounts: [{ amount: 1_000, discount: discount.id }],
  });
});

it('works on the page where it is paid of two, and is still there after a reload', async () => {
  const checkout = await open({ flow: 'two-page' });
  const { page } = checkout;
  await checkout.fillEmail();
  await checkout.fillAddress();
  await page.getByText('Add promotion code').click();
  await apply(checkout, 'SPRING20');
  await page.getByRole('button', { name: 'Remove SPRING20' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Pay $40.00' }).waitFor();

  await page.reload();
  await checkout.reaches('ready');
  await page.getByRole('button', { name: 'Remove SPRING20' }).waitFor();
});

it('that works once has been used up by the customer before', async () => {
  const first = await open();
  await first.fill(cards.pays);
  await first.page.getByText('Add promotion code').click();
  await apply(first, 'FIRSTONE');
  await first.page.getByRole('button', { name: 'Pay $45.00' }).waitFor();
  await first.page.getByText('Then $45.00 every month, until you cancel.').waitFor();
  await first.pay();
  await first.reaches('complete');

  const second = await open();
  await second.page.getByText('Add promotion code').click();
  await apply(second, 'FIRSTONE');
  await second.page.getByText('This code has been used up.').waitFor();
  await second.page.getByRole('button', { name: 'Pay $50.00' }).waitFor();
});

it('stays typed when the network is lost, and is taken once it is back', async () => {
  const checkout = await open();
  const { page } = checkout;
  await page.getByText('Add promotion code').click();
  await page.route('**/v1/payment_pages/*', (route) => route.abort());
  await apply(checkout, 'SPRING20');
  await page.getByText('We could not check this code. Please try again.').waitFor();
  expect(await field(checkout).inputValue()).toBe('SPRING20');
  await page.unroute('**/v1/payment_pages/*');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Pay $40.00' }).waitFor();

  // The page may ask for less than the server allows: what is applied stays, and can no longer be changed here.
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('promotion-codes', 'off');
  });
  await page.getByRole('button', { name: 'Remove SPRING20' }).waitFor({ state: 'detached' });
  await page.getByText('Spring offer').waitFor();
});
