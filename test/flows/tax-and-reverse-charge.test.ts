/** A customer pays the tax of where they are; a business elsewhere in the European Union owes it itself. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}tax-and-reverse-charge`, attributes);

const total = async (checkout: CheckoutPage): Promise<unknown> =>
  (await checkout.events('billing-change')).at(-1)?.detail['total'];

/** Where the address begins on the page, wherever it is scrolled to. */
const addressTop = ({ tag }: CheckoutPage): Promise<number> =>
  tag.evaluate((element) => {
    const frame = element.shadowRoot?.querySelector('.frame.address');
    return Math.round((frame?.getBoundingClientRect().top ?? NaN) + window.scrollY);
  });

const taxId = ({ page }: CheckoutPage) => page.getByLabel('Tax ID (VAT) (optional)');

it('waits for the address, adds its tax, takes it off for a business, and pays', async () => {
  const checkout = await open();
  const { page } = checkout;
  // One column: the summary is above what is typed.
  await page.setViewportSize({ width: 375, height: 900 });
  await page.getByText('Needs your address').waitFor();
  const before = await addressTop(checkout);
  await checkout.fillEmail();
  await checkout.fillBerlin();
  await checkout.fillCard(cards.pays);
  await page.getByRole('button', { name: 'Pay €238.00' }).waitFor();
  await page.getByText('€38.00').waitFor();
  await page.getByText('Then €238.00 every month').waitFor();
  expect(await total(checkout)).toBe(23_800);
  // The tax has had its place since before it was known: nothing has moved under the customer’s hand.
  expect(await addressTop(checkout)).toBe(before);

  // Consumers read one line; the country of the address is chosen already.
  expect(await page.getByLabel('Company').isVisible()).toBe(false);
  await page.getByText('I’m buying for a business').click();
  expect(await page.getByLabel('Tax ID country').inputValue()).toBe('DE eu_vat');
  await page.getByLabel('Company').fill('Analytical Engines');
  await taxId(checkout).fill('12345');
  expect(await page.locator('#tax_id-error').isVisible()).toBe(false);
  await taxId(checkout).blur();
  await page.locator('#tax_id-error').getByText('Enter the tax ID as it is written there, like DE123456789.').waitFor();
  await checkout.pay();
  // The sentence has been there since the field was left.
  await expect
    .poll(async () => (await checkout.events('billing-invalid')).at(-1)?.detail)
    .toEqual({ fields: ['tax_id'] });
  await page.locator('#tax_id-error').getByText('Enter the tax ID as it is written there, like DE123456789.').waitFor();

  await taxId(checkout).fill('DE000000000');
  await checkout.pay();
  await page.locator('#tax_id-error').getByText('Invalid value for tax ID. Please check it and try again.').waitFor();
  expect(await taxId(checkout).getAttribute('aria-invalid')).toBe('true');
  await checkout.alert.getByRole('button', { name: 'Invalid value for tax ID' }).click();
  await expect.poll(() => taxId(checkout).evaluate((input) => input.matches(':focus'))).toBe(true);

  await taxId(checkout).fill('136 695 976');
  await taxId(checkout).blur();
  await page.getByRole('button', { name: 'Pay €200.00' }).waitFor();
  await page.getByText('Reverse charge: your business accounts for the VAT.').waitFor();
  expect(await total(checkout)).toBe(20_000);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ amount: 20_000, payment: 'paid' });
  expect(await checkout.events('billing-error')).toEqual([]);

  const { stripe } = shop();
  const [subscription] = (
    await stripe.subscriptions.list({ limit: 1, expand: ['data.latest_invoice', 'data.customer'] })
  ).data;
  expect(subscription).toMatchObject({
    automatic_tax: { enabled: true },
    customer: { business_name: 'Analytical Engines' },
    latest_invoice: {
      total: 20_000,
      customer_tax_ids: [{ type: 'eu_vat', value: 'DE136695976' }],
      total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge', taxable_amount: 20_000 }],
    },
  });
});

it('is a consumer in New York, and pays the tax there', async () => {
  const checkout = await open({ quantity: '1' });
  await checkout.fill(cards.pays);
  await checkout.page.getByRole('button', { name: 'Pay €20.80' }).waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  const [invoice] = (await shop().stripe.invoices.list({ limit: 1 })).data;
  expect(invoice).toMatchObject({ total: 2_080, total_taxes: [{ amount: 80, taxability_reason: 'standard_rated' }] });
});

it('must be a business where the page insists on it, on page one of two', async () => {
  const checkout = await open({ flow: 'two-page', 'tax-id': 'required' });
  const { page } = checkout;
  await checkout.fillEmail();
  await checkout.fillBerlin();
  await page.getByRole('button', { name: 'Continue' }).click();
  await checkout.alert.getByRole('button', { name: 'Enter the tax ID and its country.' }).waitFor();
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({ fields: ['tax_id'] });
  await page.getByLabel('Tax ID (VAT)').fill('DE136695976');
  await page.getByRole('button', { name: 'Continue' }).click();
  await checkout.alert.getByRole('button', { name: 'Enter the company’s name.' }).waitFor();
  await page.getByLabel('Company').fill('Analytical Engines');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Pay €200.00' }).waitFor();
  expect(await checkout.events('billing-step')).toHaveLength(1);

  // What Stripe has taken is still there after a reload.
  await page.reload();
  await checkout.reaches('ready');
  await expect.poll(() => page.getByLabel('Tax ID (VAT)').inputValue()).toBe('DE136695976');
  expect(await page.getByLabel('Company').inputValue()).toBe('Analytical Engines');
});
