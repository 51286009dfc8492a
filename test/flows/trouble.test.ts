/** Networks and servers fail; the customer is told so, and pays when they are back. */
import { afterEach, expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const onePage = (): string => `${shop().url}one-page`;

/** Something goes wrong next at Stripe's API. */
async function stripeFault(fault: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${shop().simulatorUrl}/_simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'simulator', ...fault }),
  });
  expect(response.ok).toBe(true);
}

const mendStripe = (): Promise<Response> =>
  fetch(`${shop().simulatorUrl}/_simulator/faults?account=simulator`, { method: 'DELETE' });

afterEach(mendStripe);

it('ends with one session that can be paid after the API has failed', async () => {
  await stripeFault({ method: 'POST', path: '/v1/checkout/sessions', kind: 'status', status: 500, times: 40 });
  const checkout = await CheckoutPage.visit(await newPage(), onePage());
  await checkout.reaches('failed');
  await checkout.page.getByText('Payments are briefly unavailable').waitFor();
  await mendStripe();
  await checkout.page.reload();
  await checkout.reaches('ready');
  expect((await shop().stripe.checkout.sessions.list({ status: 'open' })).data).toHaveLength(1);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('pays once when the answer to a payment is lost', async () => {
  const charges = (await shop().stripe.charges.list({ limit: 100 })).data.length;
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  await stripeFault({ method: 'POST', path: '/v1/payment_pages/*/confirm', kind: 'reset', after: true });
  await checkout.pay();
  await checkout.reaches('complete');
  expect(await checkout.events('billing-complete')).toHaveLength(1);
  expect(await checkout.events('billing-decline')).toEqual([]);
  expect((await shop().stripe.charges.list({ limit: 100 })).data.length - charges).toBe(1);
});

it('says that nothing was charged when a payment never arrived, and the next try pays', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  await stripeFault({ method: 'POST', path: '/v1/payment_pages/*/confirm', kind: 'reset' });
  await checkout.pay();
  await checkout.reaches('ready');
  await checkout.alert.getByText('You have not been charged').waitFor();
  await checkout.pay();
  await checkout.reaches('complete');
});

it('tells being offline from a decline, keeps the form, and pays when the network is back', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  const context = checkout.page.context();
  await context.setOffline(true);
  await checkout.pay();
  await checkout.reaches('ready');
  await checkout.alert.getByText('You seem to be offline').waitFor();
  expect(await checkout.events('billing-decline')).toEqual([]);
  await context.setOffline(false);
  await checkout.pay();
  await checkout.reaches('complete');
});

it('says what is missing, field by field, and where', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.pay();
  await checkout.reaches('ready');
  await checkout.alert.getByText('Please check a few things').waitFor();
  expect((await checkout.events('billing-invalid'))[0]?.detail).toEqual({ fields: ['email', 'address', 'payment'] });
  await checkout.alert.getByRole('button').first().click();
  await checkout.page.keyboard.type('grace@example.com');
  expect(await checkout.email.inputValue()).toBe('grace@example.com');
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.alert.getByText('missing').waitFor({ state: 'detached' });
});

it.each([
  ['publishable-key', null, 'publishable-key is missing'],
  ['publishable-key', 'sk_test_123', 'is a secret key'],
  ['quantity', '0', 'quantity "0" cannot be bought'],
  ['quantity', '-1', 'quantity "-1" cannot be bought'],
  ['quantity', '1.5', 'quantity "1.5" cannot be bought'],
  ['quantity', '1000000000', 'quantity "1000000000" cannot be bought'],
  ['price', null, 'price is missing'],
  ['endpoint', 'http://[', 'endpoint is not a URL'],
  ['return-url', 'https://elsewhere.example/', 'return-url is not on this page'],
])('warns once about %s=%s and never throws', async (name, value, warning) => {
  const page = await newPage();
  const said: string[] = [];
  const thrown: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && said.push(message.text()));
  page.on('pageerror', (error) => thrown.push(error.message));
  const checkout = await CheckoutPage.visit(page, onePage(), { [name]: value });
  await checkout.reaches('failed');
  await page.getByText('This checkout is not set up correctly').waitFor();
  expect(said.filter((text) => text.includes(warning))).toHaveLength(1);
  expect(said.join()).not.toContain('sk_test_123');
  expect(await checkout.events('billing-error')).toHaveLength(1);
  expect(thrown).toEqual([]);
});

it('tells the customer when nobody sells what the page asks for', async () => {
  const checkout = await CheckoutPage.visit(await newPage(), onePage(), { price: 'no_such_price' });
  await checkout.reaches('failed');
  await checkout.page.getByText('This checkout is not set up correctly').waitFor();
  expect((await checkout.events('billing-error'))[0]?.detail['code']).toBe('price.unknown');
});
