/** Fields that complain late, forgive at once, and help: email, quantity, tax id, address, terms. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (path = 'careful-fields'): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}${path}`);

const FINE = { name: 'Ada Lovelace', country: 'DE', line1: 'Unter den Linden 1', postal: '10117', city: 'Berlin' };

async function fillAddress({ address }: CheckoutPage, { name, country, line1, postal, city } = FINE): Promise<void> {
  await address.locator('[name=name]').fill(name);
  await address.locator('[name=country]').selectOption(country);
  await address.locator('[name=addressLine1]').fill(line1);
  await address.locator('[name=postalCode]').fill(postal);
  await address.locator('[name=locality]').fill(city);
}

it('says what is wrong with an email once it is left, forgives with a keystroke, and offers to mend a slip', async () => {
  const checkout = await open();
  const { page, email } = checkout;
  const error = page.locator('#email-error');
  await email.focus();
  await email.blur();
  expect(await error.isVisible()).toBe(false);
  await email.pressSequentially('ada@');
  expect(await error.isVisible()).toBe(false);
  await email.press('Tab');
  await error.waitFor();
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  // Heard, too.
  await page.getByRole('status').getByText('Enter an email address').waitFor({ state: 'attached' });
  await email.press('End');
  await email.pressSequentially('gmial.com');
  expect(await error.isVisible()).toBe(false);
  await email.blur();
  await page.getByRole('button', { name: 'Did you mean ada@gmail.com?' }).press('Enter');
  expect(await email.inputValue()).toBe('ada@gmail.com');
  expect(await email.evaluate((input) => input.matches(':focus'))).toBe(true);
  expect(await page.locator('#email-suggestion').count()).toBe(0);

  // Left by pressing Pay: the button stays under the pointer until it is let go, else the click would be nobody's.
  await email.fill('ada@');
  await checkout.payButton.hover({ position: { x: 100, y: 8 } });
  const before = await checkout.payButton.evaluate((button: HTMLElement) => button.offsetTop);
  await page.mouse.down();
  await expect.poll(() => email.getAttribute('aria-invalid')).toBe('true');
  expect(await checkout.payButton.evaluate((button: HTMLElement) => button.offsetTop)).toBe(before);
  await page.mouse.up();
  await checkout.alert.getByRole('button', { name: 'Enter an email address' }).waitFor();
  await error.waitFor();
});

it('sells to its countries and to streets, under its terms', async () => {
  const checkout = await open();
  const { page, address } = checkout;
  const error = page.locator('#address-error');
  await checkout.fillEmail();
  await checkout.fillCard(cards.pays);
  await fillAddress(checkout, { ...FINE, country: 'JP', postal: '100-0001', city: 'Tokyo' });
  await error.getByText('We don’t sell to Japan.').waitFor();
  await fillAddress(checkout, { ...FINE, line1: 'Postfach 12' });
  await error.getByText('A PO box can’t be used. Enter a street address.').waitFor();
  await checkout.pay();
  await checkout.alert.getByRole('button', { name: 'A PO box can’t be used.' }).waitFor();
  await checkout.alert.getByRole('button', { name: 'Agree to the terms to go on.' }).press('Enter');
  const terms = page.getByRole('checkbox', { name: 'I agree to the terms' });
  expect(await terms.evaluate((box) => box.matches(':focus'))).toBe(true);
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({ fields: ['address', 'terms'] });
  expect(await page.getByRole('link', { name: 'Read the terms' }).getAttribute('href')).toBe(
    'https://example.com/terms',
  );
  await terms.press('Space');
  await address.locator('[name=addressLine1]').fill(FINE.line1);
  await error.waitFor({ state: 'hidden' });
  await checkout.pay();
  await checkout.reaches('complete');

  const { stripe } = shop();
  const [session] = (await stripe.checkout.sessions.list({ limit: 1 })).data;
  expect(session?.metadata).toMatchObject({ terms_agreed_at: expect.stringMatching(/^20\d\d-/) as string });
  // The address is Stripe's to keep.
  expect(JSON.stringify(session?.metadata)).not.toContain('Linden');
  expect(session?.customer_details?.address).toMatchObject({ country: 'DE', line1: FINE.line1 });
});

it('sells to companies only: says so beside the address, and is content with the first letter of a name', async () => {
  const checkout = await open('companies-only');
  const { page } = checkout;
  const company = page.getByLabel('Company');
  const error = page.locator('#address-error');
  const sentence = 'Only companies can buy this. Enter the company’s name.';
  await checkout.fillEmail();
  expect(await error.isVisible()).toBe(false);
  await fillAddress(checkout);
  await error.getByText(sentence).waitFor();
  await page.getByRole('status').getByText(sentence).waitFor({ state: 'attached' });
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  // Once in the list, at the field that mends it.
  await checkout.alert.getByRole('button', { name: 'Enter the company’s name.' }).press('Enter');
  expect(await company.evaluate((input) => input.matches(':focus'))).toBe(true);
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({ fields: ['company'] });
  await company.press('A');
  await error.waitFor({ state: 'hidden' });
  // Whoever takes it back is told once the field is left.
  await company.press('Backspace');
  expect(await company.inputValue()).toBe('');
  await company.blur();
  await error.getByText(sentence).waitFor();
  await company.fill('Analytical Engines');
  await checkout.pay();
  await checkout.reaches('complete');
  const [session] = (await shop().stripe.checkout.sessions.list({ limit: 1 })).data;
  expect(session?.metadata).toMatchObject({ company: 'Analytical Engines' });
});

it('finds a slip in a tax id before Stripe is asked, and folds away what consumers have not', async () => {
  const checkout = await open();
  const { page } = checkout;
  await fillAddress(checkout);
  expect(await page.getByLabel('Company').isVisible()).toBe(false);
  await page.getByText('I’m buying for a business').click();
  await page.getByLabel('Company').fill('Analytical Engines');
  const taxId = page.getByLabel('Tax ID (VAT) (optional)');
  await taxId.fill('DE136695967');
  await taxId.blur();
  await page.locator('#tax_id-error').getByText('A digit or letter of this tax ID must be wrong.').waitFor();
  await taxId.fill('DE13669597');
  await page.locator('#tax_id-error').getByText('Enter the tax ID as it is written there').waitFor();
  await taxId.fill('DE136695976');
  expect(await page.locator('#tax_id-error').isVisible()).toBe(false);
  expect(await taxId.evaluate((input) => input.parentElement?.classList.contains('good'))).toBe(true);
});
