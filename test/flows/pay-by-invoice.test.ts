/** A customer who wants an invoice instead of paying by card, asked for by a form of the page's own. */
import { expect, it } from 'vitest';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const DETAILS = {
  'Send the invoice to': 'grace@example.com',
  'Invoice name': 'Hopper Inc.',
  'Invoice street': '1 Main St',
  'Invoice city': 'San Francisco',
  'Invoice state': 'CA',
  'Invoice ZIP code': '94107',
  'Order number (optional)': 'PO-77',
};

it('gets one subscription and one invoice, and reads so, also when the first answer is lost', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}pay-by-invoice`);
  const { page } = checkout;
  for (const [label, text] of Object.entries(DETAILS)) await page.getByLabel(label, { exact: true }).fill(text);
  let lost = false;
  await page.route('**/invoice', async (route) => {
    if (lost) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Pay by invoice' }).click();
  await checkout.reaches('complete');
  await page.getByText('Your invoice is on its way.').waitFor();

  const { stripe } = shop();
  const [subscription, ...others] = (await stripe.subscriptions.list({ status: 'all' })).data;
  expect(others).toEqual([]);
  expect(subscription).toMatchObject({ status: 'active', collection_method: 'send_invoice', days_until_due: 30 });
  const [invoice, ...more] = (await stripe.invoices.list()).data;
  expect(more).toEqual([]);
  expect(invoice).toMatchObject({
    status: 'open',
    customer_email: 'grace@example.com',
    custom_fields: [{ name: 'Purchase order', value: 'PO-77' }],
  });
  const [event, ...again] = await checkout.events('billing-complete');
  expect(again).toEqual([]);
  expect(event?.detail).toMatchObject({ payment: 'invoiced', mode: 'subscription', amount: invoice?.total });
  const link = page.getByRole('link', { name: /invoice/i }).last();
  expect(await link.getAttribute('href')).toBe(invoice?.hosted_invoice_url);
  expect((await stripe.events.list({ type: 'invoice.sent' })).data).toHaveLength(1);
});
