/** Customers who pay an invoice in place: an open one, a draft, one that is paid, void, given up, or somebody else's. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { choose } from './support/bank.js';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

async function asAda(): Promise<Page> {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  return page;
}

async function draft(customer = shop().customer, payableWith: readonly string[] = ['card']): Promise<string> {
  const { stripe } = shop();
  const currency = payableWith.includes('ideal') ? 'eur' : 'usd';
  const { id } = await stripe.invoices.create({
    customer,
    currency,
    collection_method: 'send_invoice',
    days_until_due: 30,
    payment_settings: { payment_method_types: [...payableWith] as ['card'] },
  });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 98_000, currency, description: 'Consulting' });
  return id;
}

async function finalized(): Promise<string> {
  const { id } = await shop().stripe.invoices.finalizeInvoice(await draft());
  return id;
}

const pageOf = (id: string): string => `${shop().url}open-invoice?invoice=${id}`;

it('finalizes a draft, shows its lines, number and due date, and is declined once before it is paid', async () => {
  const id = await draft();
  const page = await asAda();
  await page.addInitScript(() => {
    const ask = (): void => {
      const tag = document.querySelector('billing-checkout') ?? {};
      Object.assign(tag, { fields: [{ name: 'cost_center', label: 'Cost center' }] });
    };
    document.addEventListener('readystatechange', ask, { once: true });
  });
  const checkout = await CheckoutPage.open(page, pageOf(id));
  const { number } = await shop().stripe.invoices.retrieve(id);
  await page.getByText(new RegExp(`Invoice ${String(number)}, due \\w+ \\d+, \\d{4}\\.`)).waitFor();
  await page.getByText('Consulting').waitFor();
  await page.getByText('Amount due').waitFor();
  await page.getByLabel('Cost center').fill('4711');
  await checkout.fillCard(cards.insufficientFunds);
  await checkout.fillPostalCode();
  await page.getByRole('button', { name: 'Pay $980.00' }).waitFor();
  await checkout.pay();
  await checkout.alert.getByText('insufficient funds').waitFor();
  await checkout.fillCard(cards.pays);
  await checkout.fillPostalCode();
  await checkout.pay();
  await checkout.reaches('complete');
  await page.getByText('Your payment of $980.00 is complete.').waitFor();
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    sessionId: id,
    payment: 'paid',
    amount: 98_000,
    mode: 'payment',
  });
  expect(await checkout.events('billing-decline')).toHaveLength(1);
  expect(await shop().stripe.invoices.retrieve(id)).toMatchObject({
    status: 'paid',
    amount_paid: 98_000,
    metadata: { field_cost_center: '4711' },
  });
  const invoice = page.getByRole('link', { name: 'View invoice' });
  expect(await invoice.getAttribute('href')).toContain(`/invoices/${id}`);

  // What was paid is shown as paid, here and in another browser.
  await page.reload();
  await checkout.reaches('complete');
  const again = await CheckoutPage.visit(await asAda(), pageOf(id));
  await again.reaches('complete');
});

it('asks the bank where it wants to be asked', async () => {
  const id = await finalized();
  const checkout = await CheckoutPage.open(await asAda(), pageOf(id));
  await checkout.fillCard(cards.asks3ds);
  await checkout.fillPostalCode();
  await checkout.pay();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  expect((await shop().stripe.invoices.retrieve(id)).status).toBe('paid');
});

it('is paid at the customer’s bank, and is open still for whoever comes back from there without having paid', async () => {
  const { stripe } = shop();
  const id = await draft(shop().customer, ['card', 'ideal']);
  const checkout = await CheckoutPage.open(await asAda(), pageOf(id));
  const { page } = checkout;
  const leave = async (): Promise<void> => {
    await choose(checkout, 'iDEAL');
    await checkout.pay();
    await page.getByRole('heading', { name: 'iDEAL test payment page' }).waitFor();
  };
  await leave();
  await page.getByRole('button', { name: 'Fail test payment' }).click();
  await checkout.reaches('ready');
  await checkout.alert.getByText('The payment was not made. Please try again.').waitFor();
  expect(await checkout.events('billing-complete')).toEqual([]);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'open', amount_paid: 0 });

  await leave();
  await page.getByRole('button', { name: 'Authorize test payment' }).click();
  await checkout.reaches('complete');
  await page.getByText('Your payment of €980.00 is complete.').waitFor();
  const [complete, ...more] = await checkout.events('billing-complete');
  expect(complete?.detail).toMatchObject({ sessionId: id, payment: 'paid', amount: 98_000, replayed: false });
  expect(more).toEqual([]);
  expect(page.url()).toBe(pageOf(id));
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_paid: 98_000 });
});

it('keeps the card for the customer where that was ticked; ticking makes no frame anew', async () => {
  const { stripe, customer } = shop();
  const checkout = await CheckoutPage.open(await asAda(), pageOf(await draft()));
  const { page, payment } = checkout;
  await checkout.fillCard('5555555555554444');
  await checkout.fillPostalCode();
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['before'] = 'yes';
  });
  const toggle = page.getByRole('switch', { name: 'Save this card for next time' });
  await toggle.check();
  await toggle.uncheck();
  await toggle.check();
  expect(await page.locator('iframe:not([data-before])').count()).toBe(0);
  expect(await payment.locator('[name=number]').inputValue()).toBe('5555 5555 5555 4444');
  await checkout.pay();
  await checkout.reaches('complete');
  const kept = (await stripe.customers.listPaymentMethods(customer)).data.filter(({ card }) => card?.last4 === '4444');
  expect(kept).toMatchObject([{ customer, type: 'card', allow_redisplay: 'always' }]);
});

it.each([
  ['was paid elsewhere meanwhile', 'paid', 'Thank you'],
  ['was voided', 'void', 'This invoice was canceled. There is nothing to pay.'],
  ['was given up', 'uncollectible', 'This invoice can no longer be paid here. Please ask the seller.'],
] as const)('says of one that %s what it is', async (_how, status, text) => {
  const { stripe } = shop();
  const id = await finalized();
  if (status === 'paid') await stripe.invoices.pay(id, { paid_out_of_band: true });
  if (status === 'void') await stripe.invoices.voidInvoice(id);
  if (status === 'uncollectible') await stripe.invoices.markUncollectible(id);
  const checkout = await CheckoutPage.visit(await asAda(), pageOf(id));
  await checkout.reaches(status === 'paid' ? 'complete' : 'failed');
  // Read out beside it, too.
  await checkout.page.locator('[part=outcome]').getByText(text).waitFor();
  expect((await stripe.invoices.retrieve(id)).status).toBe(status);
});

it('shows nobody the invoice of somebody else, and nothing to guests', async () => {
  const { stripe } = shop();
  const { id: other } = await stripe.customers.create({ name: 'Grace' });
  const foreign = await draft(other);
  const ada = await CheckoutPage.visit(await asAda(), pageOf(foreign));
  await ada.reaches('failed');
  await ada.page.getByText('We could not find this invoice among yours.').waitFor();
  const guest = await CheckoutPage.visit(await newPage(), pageOf(await draft()));
  await guest.reaches('failed');
  await guest.page.getByText('Please sign in to go on.').waitFor();
  expect((await stripe.invoices.retrieve(foreign)).status).toBe('draft');
});

it('asks for its file again, and loads the page anew where the browser remembers a broken one', async () => {
  const page = await asAda();
  const file = '**/intents-gateway.js';
  await page.route(file, async (route) => {
    const whole = await (await route.fetch()).text();
    await route.fulfill({ contentType: 'text/javascript', body: whole.slice(0, whole.length / 2) });
  });
  const checkout = await CheckoutPage.visit(page, pageOf(await draft()));
  await checkout.reaches('failed');
  await page.unroute(file);
  const again = page.getByRole('button', { name: 'Try again' });
  const opened = page.waitForResponse((response) => response.url().endsWith('/billing/sessions'));
  await again.click();
  await opened;
  await checkout.reaches('failed');
  await Promise.all([page.waitForEvent('load'), again.click()]);
  await checkout.reaches('ready');
});
