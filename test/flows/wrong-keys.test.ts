/** A page whose publishable key is not its server's: nobody can pay there, says so, and nothing is half done. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** An open invoice of Ada's; her page is opened as her. */
async function openInvoice(): Promise<string> {
  const { stripe, customer } = shop();
  await stripe.invoiceItems.create({ customer, amount: 98_000, currency: 'usd', description: 'Consulting' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  return (await stripe.invoices.finalizeInvoice(id)).id;
}

async function visit(path: string, key: string): Promise<CheckoutPage> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  return CheckoutPage.visit(page, shop().url + path, { 'publishable-key': key });
}

it.each([
  ['of another account', 'a purchase', 'pk_test_somebody_else'],
  ['of another account', 'an invoice', 'pk_test_somebody_else'],
  ['of another mode', 'a purchase', 'pk_live_simulator'],
])('a key %s takes no money for %s, and says so; once the key is right the same page does', async (_, what, key) => {
  const { stripe } = shop();
  const charges = (await stripe.charges.list({ limit: 100 })).data.length;
  const invoice = what === 'an invoice' ? await openInvoice() : null;
  const checkout = await visit(invoice ? `open-invoice?invoice=${invoice}` : 'one-time', key);
  const { page } = checkout;
  await checkout.reaches('failed');
  await page.getByText('This checkout is not set up correctly').waitFor();
  const [error, ...more] = await checkout.events('billing-error');
  expect(error?.detail).toMatchObject({ code: 'stripe.session_refused' });
  expect(String(error?.detail['hint'])).not.toMatch(/_secret_/);
  expect(more).toEqual([]);
  for (const type of ['billing-ready', 'billing-complete'] as const) expect(await checkout.events(type)).toEqual([]);
  expect((await stripe.charges.list({ limit: 100 })).data).toHaveLength(charges);

  await checkout.tag.evaluate((tag, right) => {
    tag.setAttribute('publishable-key', right);
  }, 'pk_test_simulator');
  await page.getByRole('button', { name: 'Try again' }).click();
  await checkout.reaches('ready');
  if (!invoice) await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  if (invoice) await checkout.fillPostalCode();
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect((await stripe.charges.list({ limit: 100 })).data).toHaveLength(charges + 1);
});
