/** A customer who decides how many seats to buy, with everything else typed already. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}seats`, attributes);

const field = ({ page }: CheckoutPage) => page.getByRole('spinbutton', { name: 'Quantity' });

it('buys more seats by button, by key and by number, in the same session and the same fields', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['before'] = 'yes';
  });
  await page.getByRole('button', { name: 'Pay $105.00' }).waitFor();

  await page.getByRole('button', { name: 'One more' }).click();
  await page.getByRole('button', { name: 'Pay $113.75' }).waitFor();
  await field(checkout).press('ArrowDown');
  await field(checkout).press('ArrowDown');
  await page.getByRole('button', { name: 'Pay $96.25' }).waitFor();
  await field(checkout).fill('40');
  await page.getByRole('button', { name: 'Pay $350.00' }).waitFor();
  await page.getByText('Then $350.00 every month').waitFor();
  await page.getByText('The total is now $350.00.').waitFor({ state: 'attached' });
  expect((await checkout.events('billing-change')).at(-1)?.detail).toMatchObject({ total: 35_000, complete: true });

  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  expect(await page.locator('iframe:not([data-before])').count()).toBe(0);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-ready')).length).toBe(1);
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ amount: 35_000, payment: 'paid' });
  const [subscription] = (await shop().stripe.subscriptions.list({ limit: 1 })).data;
  expect(subscription?.items.data[0]).toMatchObject({ quantity: 40, price: { lookup_key: 'pro_monthly' } });
  const invoice = await shop().stripe.invoices.retrieve(String(subscription?.latest_invoice));
  expect(invoice.amount_paid).toBe(35_000);
});

it('reads which numbers there are, and pays for none of the others', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  const sentence = 'Choose a whole number from 1 to 500.';

  for (const wrong of ['501', '0', '', '2.5', '-3']) {
    await field(checkout).fill(wrong);
    await field(checkout).blur();
    await page.getByText(sentence).first().waitFor();
    expect(await field(checkout).getAttribute('aria-invalid')).toBe('true');
  }
  expect((await checkout.events('billing-change')).at(-1)?.detail).toMatchObject({ total: 10_500, complete: false });
  await checkout.pay();
  await checkout.alert.getByRole('button', { name: sentence }).click();
  await expect.poll(() => field(checkout).evaluate((input) => input.matches(':focus'))).toBe(true);
  expect((await checkout.events('billing-invalid'))[0]?.detail).toEqual({ fields: ['quantity'] });
  expect((await shop().stripe.subscriptions.list({ limit: 1 })).data[0]?.items.data[0]?.quantity).not.toBe(12);

  await field(checkout).fill('500');
  await page.getByRole('button', { name: 'Pay $4,375.00' }).waitFor();
  expect(await page.getByRole('button', { name: 'One more' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByText(sentence).waitFor({ state: 'detached' });
});

it('sees the last of many quick changes, and the host’s own change after that', async () => {
  const checkout = await open();
  const { page } = checkout;
  for (let clicks = 0; clicks < 6; clicks += 1) await page.getByRole('button', { name: 'One more' }).click();
  await page.getByRole('button', { name: 'Pay $157.50' }).waitFor();
  expect(await field(checkout).inputValue()).toBe('18');
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('quantity', '2');
  });
  await page.getByRole('button', { name: 'Pay $17.50' }).waitFor();
  expect(await field(checkout).inputValue()).toBe('2');
});

it('chooses on both of two pages, and not at all where the tag does not ask', async () => {
  const checkout = await open({ flow: 'two-page' });
  await field(checkout).fill('3');
  await checkout.page.getByText('$26.25').first().waitFor();
  await checkout.fillEmail();
  await checkout.fillAddress();
  await checkout.page.getByRole('button', { name: 'Continue' }).click();
  await checkout.page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await field(checkout).fill('4');
  await checkout.page.getByRole('button', { name: 'Pay $35.00' }).waitFor();

  const plain = await open({ 'adjustable-quantity': null });
  expect(await field(plain).count()).toBe(0);
});
