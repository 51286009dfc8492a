/** A business that has to say for whom, under which number and for which cost center it buys. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (): Promise<CheckoutPage> => CheckoutPage.open(await newPage(), `${shop().url}business-details`);

it('reads what is missing, and finds what was said in Stripe', async () => {
  const checkout = await open();
  const { page } = checkout;
  await checkout.fill(cards.pays);
  await page.getByRole('button', { name: /^Pay/ }).waitFor();
  await checkout.pay();
  const complaints = ['Enter the company’s name.', 'Enter your purchase order number.', 'Fill in “Cost center”.'];
  for (const name of complaints) await checkout.alert.getByRole('button', { name }).waitFor();
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({
    fields: ['company', 'purchase_order', 'fields'],
  });

  await page.getByLabel('Company').fill('Analytical Engines');
  await page.getByLabel('Purchase order number').fill('PO-2026-11');
  await page.getByLabel('Cost center').fill('47');
  await checkout.pay();
  await page.locator('#field-cost_center-error').getByText('Four digits, like 4711.').waitFor();
  await checkout.alert.getByRole('button', { name: 'Four digits, like 4711.' }).press('Enter');
  await expect.poll(() => page.getByLabel('Cost center').evaluate((input) => input.matches(':focus'))).toBe(true);

  await page.getByLabel('Cost center').fill('4711');
  expect(await page.locator('#field-cost_center-error').isVisible()).toBe(false);
  await checkout.pay();
  await checkout.reaches('complete');

  const { stripe } = shop();
  const said = { company: 'Analytical Engines', purchase_order: 'PO-2026-11', field_cost_center: '4711' };
  const read = async () =>
    (await stripe.subscriptions.list({ limit: 1, expand: ['data.customer', 'data.latest_invoice'] })).data[0];
  await expect.poll(async () => (await read())?.metadata).toMatchObject(said);
  expect(await read()).toMatchObject({
    customer: { business_name: 'Analytical Engines' },
    invoice_settings: { custom_fields: [{ name: 'Purchase order', value: 'PO-2026-11' }] },
    latest_invoice: { metadata: { purchase_order: 'PO-2026-11' } },
  });
  // Names only, wherever the page or its statistics look.
  expect(JSON.stringify(await checkout.events())).not.toMatch(/Analytical|PO-2026|4711/);
});

it('buys all the same where a check of the page throws, or never answers', async () => {
  const checkout = await open();
  const { page } = checkout;
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await checkout.tag.evaluate((tag) => {
    const check = (validate: () => unknown) => ({ '~standard': { version: 1, vendor: 'test', validate } });
    Object.assign(tag, {
      fields: [
        {
          name: 'throws',
          label: 'Throws',
          schema: check(() => {
            throw new Error('broken');
          }),
        },
        { name: 'hangs', label: 'Hangs', schema: check(() => new Promise(() => undefined)) },
      ],
    });
  });
  await page.getByLabel('Throws').fill('a');
  await page.getByLabel('Hangs').fill('b');
  await page.getByLabel('Company').fill('Analytical Engines');
  await page.getByLabel('Purchase order number').fill('PO-1');
  await checkout.fill(cards.pays);
  // The tax of the address is on the button: pressed before, it would ask again.
  await checkout.payButton.getByText('€208.00').waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
  expect(warnings.filter((text) => text.includes('schema of'))).toHaveLength(2);
  const [session] = (await shop().stripe.checkout.sessions.list({ limit: 1 })).data;
  expect(session?.metadata).toMatchObject({ field_throws: 'a', field_hangs: 'b' });
});

it('says beside its field what the server does not keep, and buys once it is another text', async () => {
  const checkout = await open();
  const { page } = checkout;
  await page.getByLabel('Company').fill('Analytical Engines');
  await page.getByLabel('Cost center').fill('4711');
  // Longer than a hand can type it there: put in by a program that fills in forms.
  await page.getByLabel('Purchase order number').evaluate((input: HTMLInputElement) => {
    input.value = 'PO'.repeat(200);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  });
  await checkout.fill(cards.pays);
  await checkout.payButton.getByText('€208.00').waitFor();
  await checkout.pay();
  await page.locator('#purchase_order-error').getByText('The seller does not accept this entry.').waitFor();
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({ fields: ['purchase_order'] });
  await checkout.alert.getByRole('button', { name: 'The seller does not accept this entry.' }).press('Enter');
  await expect.poll(() => page.getByLabel('Purchase order').evaluate((input) => input.matches(':focus'))).toBe(true);

  await page.getByLabel('Purchase order number').fill('PO-1');
  expect(await page.locator('#purchase_order-error').isVisible()).toBe(false);
  await checkout.pay();
  await checkout.reaches('complete');
});
