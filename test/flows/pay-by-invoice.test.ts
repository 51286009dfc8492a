/** A customer who wants an invoice instead of paying by card. */
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

/** Guests of these stories, each with an address of their own to be found by. */
let guests = 0;

interface Visit {
  readonly checkout: CheckoutPage;
  readonly email: string;
}

async function open(attributes: Attributes = {}): Promise<Visit> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}pay-by-invoice`, attributes);
  const email = `guest${String((guests += 1))}@example.com`;
  await checkout.fillEmail(email);
  await checkout.fillAddress();
  return { checkout, email };
}

const wants = ({ page }: CheckoutPage): Promise<void> => page.getByRole('button', { name: 'Pay by invoice' }).click();
const confirmation = ({ page }: CheckoutPage) => page.getByRole('group', { name: 'Pay by invoice' });
const order = async (checkout: CheckoutPage): Promise<void> => {
  await wants(checkout);
  await confirmation(checkout).getByRole('button', { name: 'Order by invoice' }).click();
};

/** What Stripe has of a customer. */
async function made(customer: string) {
  const { stripe } = shop();
  const [subscriptions, invoices, sent] = await Promise.all([
    stripe.subscriptions.list({ customer, status: 'all' }),
    stripe.invoices.list({ customer }),
    stripe.events.list({ type: 'invoice.sent', limit: 100 }),
  ]);
  const own = sent.data.filter(({ data }) => 'customer' in data.object && data.object.customer === customer);
  return { subscriptions: subscriptions.data, invoices: invoices.data, sent: own };
}

async function guestOf(email: string): Promise<Stripe.Customer> {
  const [customer, ...others] = (await shop().stripe.customers.list({ email })).data;
  expect(others).toEqual([]);
  if (!customer) throw new Error(`Stripe has no customer ${email}.`);
  return customer;
}

const longDate = (seconds: number | null | undefined): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format((seconds ?? 0) * 1000);

it('reads what it means, orders, and has one subscription with one invoice', async () => {
  const { checkout, email } = await open();
  const { page } = checkout;
  await page.getByLabel('Company').fill('Hopper Inc.');
  await page.getByLabel('Purchase order number').fill('PO-77');
  await wants(checkout);
  const panel = confirmation(checkout);
  for (const text of ['$648.00', '30 days', email, 'Renewals come as invoices too.']) {
    await panel.getByText(text, { exact: true }).waitFor();
  }
  expect(await checkout.events('billing-submit')).toEqual([]);
  await panel.getByRole('button', { name: 'Order by invoice' }).click();
  await checkout.reaches('complete');

  const { id, name, address } = await guestOf(email);
  expect({ name, address }).toMatchObject({
    name: 'Hopper Inc.',
    address: { country: 'US', line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001' },
  });
  const { subscriptions, invoices, sent } = await made(id);
  expect(subscriptions).toMatchObject([
    {
      status: 'active',
      collection_method: 'send_invoice',
      days_until_due: 30,
      items: { data: [{ quantity: 3 }] },
      metadata: { company: 'Hopper Inc.', purchase_order: 'PO-77' },
    },
  ]);
  expect(invoices).toMatchObject([
    {
      status: 'open',
      customer_email: email,
      total: 64_800,
      custom_fields: [{ name: 'Purchase order', value: 'PO-77' }],
    },
  ]);
  expect(sent).toHaveLength(1);
  const [invoice] = invoices;
  await page.getByText(`Your invoice is on its way. Please pay it by ${longDate(invoice?.due_date)}.`).waitFor();
  const link = page.getByRole('link', { name: 'View invoice' });
  expect(await link.getAttribute('href')).toBe(invoice?.hosted_invoice_url);

  const submit = (await checkout.events('billing-submit')).map(({ detail }) => detail);
  expect(submit).toEqual([{ attempt: 1, method: 'invoice', total: 64_800, currency: 'usd' }]);
  const complete = (await checkout.events('billing-complete')).map(({ detail }) => detail);
  expect(complete).toMatchObject([
    { mode: 'subscription', payment: 'invoiced', amount: 64_800, currency: 'usd', replayed: false },
  ]);
  expect(JSON.stringify(await checkout.events())).not.toMatch(/Hopper|PO-77|@example/);
  await page.reload();
  await checkout.reaches('complete');
  await page.getByText('Your invoice is on its way.').waitFor();
});

it('works by keyboard alone, says what is missing first, and lets the customer go back', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}pay-by-invoice`);
  const { page } = checkout;
  const wish = page.getByRole('button', { name: 'Pay by invoice' });
  await wish.focus();
  await page.keyboard.press('Enter');
  await checkout.alert.getByRole('button', { name: 'Enter an email address' }).waitFor();
  expect((await checkout.events('billing-invalid')).at(-1)?.detail).toEqual({ fields: ['email', 'address'] });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => checkout.email.evaluate((input) => input.matches(':focus'))).toBe(true);
  await page.keyboard.type('keys@example.com');
  await checkout.fillAddress();

  await wish.focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Pay by invoice', level: 3 });
  await expect.poll(() => heading.evaluate((node) => node.matches(':focus'))).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => wish.evaluate((button) => button.matches(':focus'))).toBe(true);
  expect(await heading.count()).toBe(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => heading.evaluate((node) => node.matches(':focus'))).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await checkout.reaches('complete');
  const outcome = page.getByRole('heading', { name: 'Thank you' });
  await expect.poll(() => outcome.evaluate((node) => node.matches(':focus'))).toBe(true);
});

it('goes to the known customer, with their order number, in two pages as well', async () => {
  const page = await newPage();
  await page.context().addCookies([{ name: 'demo_customer', value: 'known', url: shop().url }]);
  const checkout = await CheckoutPage.open(page, `${shop().url}pay-by-invoice`, { flow: 'two-page' });
  await checkout.fillAddress();
  await page.getByLabel('Purchase order number').fill('PO-78');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await wants(checkout);
  await confirmation(checkout).getByText('ada@example.com').waitFor();
  await confirmation(checkout).getByRole('button', { name: 'Order by invoice' }).click();
  await checkout.reaches('complete');
  const { subscriptions, invoices } = await made(shop().customer);
  expect(subscriptions).toMatchObject([{ customer: shop().customer, collection_method: 'send_invoice' }]);
  expect(invoices).toMatchObject([{ custom_fields: [{ name: 'Purchase order', value: 'PO-78' }] }]);
});

it('is ordered once, however often it is asked for: by a double click, and in another tab', async () => {
  const { checkout, email } = await open();
  const other = new CheckoutPage(await checkout.page.context().newPage());
  await other.page.goto(`${shop().url}pay-by-invoice`);
  await other.reaches('ready');
  await other.fillEmail(email);
  await other.fillAddress();
  await wants(other);
  await confirmation(other).waitFor();

  await wants(checkout);
  await confirmation(checkout).getByRole('button', { name: 'Order by invoice' }).dblclick();
  await checkout.reaches('complete');
  await confirmation(other).getByRole('button', { name: 'Order by invoice' }).click();
  await other.reaches('complete');
  const { subscriptions, invoices, sent } = await made((await guestOf(email)).id);
  expect([subscriptions, invoices, sent].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(await checkout.events('billing-submit')).toHaveLength(1);
});

it.each(['/v1/subscriptions', '/v1/invoices/*/send', '/v1/checkout/sessions/*/expire'])(
  'is asked about, not asked for again, when Stripe’s answer to POST %s is lost',
  async (path) => {
    const { checkout, email } = await open();
    const asked: string[] = [];
    checkout.page.on('request', (request) => {
      if (request.url().endsWith('/invoice')) asked.push(request.method());
    });
    await fetch(`${shop().simulatorUrl}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ account: 'simulator', method: 'POST', path, kind: 'reset', after: true }),
    });
    await order(checkout);
    await checkout.reaches('complete');
    expect(asked).toEqual(['POST']);
    const { subscriptions, invoices, sent } = await made((await guestOf(email)).id);
    expect([subscriptions, invoices, sent].map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(await checkout.events('billing-complete')).toHaveLength(1);
  },
);

it('is asked about, too, when the shop’s own answer is lost', async () => {
  const { checkout, email } = await open();
  await checkout.page.route('**/invoice', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await order(checkout);
  await checkout.reaches('complete');
  expect((await made((await guestOf(email)).id)).invoices).toHaveLength(1);
});

it('says so when no invoice was made, keeps what was typed, and makes one the next time', async () => {
  const { checkout, email } = await open();
  await checkout.page.route('**/invoice', (route) => route.abort(), { times: 1 });
  await order(checkout);
  await checkout.alert.getByText('The invoice was not made. Please try again.').waitFor();
  await order(checkout);
  await checkout.reaches('complete');
  expect((await made((await guestOf(email)).id)).invoices).toHaveLength(1);
});

it('is refused in words, where the shop has changed its mind', async () => {
  const { checkout } = await open();
  const problem = { contract: 1, type: 'urn:billing-checkout:problem:invoice.not_offered', title: 'No.', status: 422 };
  await checkout.page.route('**/invoice', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, code: 'invoice.not_offered' }),
    }),
  );
  await order(checkout);
  await checkout.alert.getByText('This purchase cannot be paid by invoice. Please pay in another way.').waitFor();
  expect(await checkout.state()).toBe('ready');
});

it('is not ordered where the page refuses it', async () => {
  const { checkout, email } = await open();
  await checkout.tag.evaluate((tag) => {
    tag.addEventListener('billing-submit', (event) => {
      event.preventDefault();
    });
  });
  await order(checkout);
  await checkout.alert.getByText('This purchase was stopped by the seller.').waitFor();
  expect((await shop().stripe.customers.list({ email })).data).toEqual([]);
});

it('is not to be had with a promotion code, until that is gone', async () => {
  const { checkout } = await open();
  const { page } = checkout;
  await page.getByText('Add promotion code').click();
  await page.getByLabel('Promotion code').fill('SPRING20');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('To pay by invoice, remove the promotion code first.').waitFor();
  expect(await page.getByRole('button', { name: 'Pay by invoice' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Remove SPRING20' }).click();
  await page.getByRole('button', { name: 'Pay by invoice' }).waitFor();
});

it('takes a business’s tax id along: its invoice comes without the tax that others pay', async () => {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}pay-by-invoice-taxed`);
  const { page } = checkout;
  const email = `guest${String((guests += 1))}@example.com`;
  await checkout.fillEmail(email);
  await checkout.fillBerlin();
  // As for everybody there.
  await page.getByRole('button', { name: 'Pay €714.00' }).waitFor();
  await page.getByLabel('Company').fill('Analytical Engines');
  await page.getByLabel('Tax ID (VAT)').fill('DE136695976');
  await page.getByLabel('Tax ID (VAT)').blur();
  await page.getByText('Reverse charge: your business accounts for the VAT.').waitFor();
  await wants(checkout);
  const panel = confirmation(checkout);
  await panel.getByText('€600.00', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Order by invoice' }).click();
  await checkout.reaches('complete');

  const customer = await guestOf(email);
  expect(customer).toMatchObject({ name: 'Analytical Engines', business_name: 'Analytical Engines' });
  const { subscriptions, invoices, sent } = await made(customer.id);
  expect(subscriptions).toMatchObject([{ collection_method: 'send_invoice', automatic_tax: { enabled: true } }]);
  expect(invoices).toMatchObject([
    {
      status: 'open',
      total: 60_000,
      customer_tax_ids: [{ type: 'eu_vat', value: 'DE136695976' }],
      total_taxes: [{ amount: 0, taxability_reason: 'reverse_charge' }],
    },
  ]);
  expect(sent).toHaveLength(1);
  const complete = (await checkout.events('billing-complete')).map(({ detail }) => detail);
  expect(complete).toMatchObject([{ payment: 'invoiced', amount: 60_000, currency: 'eur' }]);
  expect(JSON.stringify(await checkout.events())).not.toMatch(/Analytical|136695976/);
});

it('bills what is bought once, after the days of its price', async () => {
  const { checkout, email } = await open({ price: 'data_migration', quantity: null });
  await wants(checkout);
  await confirmation(checkout).getByText('14 days', { exact: true }).waitFor();
  expect(await confirmation(checkout).getByText('Renewals').count()).toBe(0);
  await confirmation(checkout).getByRole('button', { name: 'Order by invoice' }).click();
  await checkout.reaches('complete');
  const { subscriptions, invoices } = await made((await guestOf(email)).id);
  expect(subscriptions).toEqual([]);
  expect(invoices).toMatchObject([{ status: 'open', total: 149_900, collection_method: 'send_invoice' }]);
});

it('is not offered by a tag that says so', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, `${shop().url}pay-by-invoice`, { 'pay-by-invoice': 'off' });
  // Whoever pays by card may be a consumer.
  await page.getByText('I’m buying for a business').waitFor();
  expect(await page.getByRole('button', { name: 'Pay by invoice' }).count()).toBe(0);
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('pay-by-invoice', 'on');
  });
  await page.getByRole('button', { name: 'Pay by invoice' }).waitFor();
});
