/** The page changes what is sold, or how it looks, while the customer is typing. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const onePage = (): string => `${shop().url}one-page`;

const set = (checkout: CheckoutPage, name: string, value: string): Promise<void> =>
  checkout.tag.evaluate(
    (tag, [key, text]) => {
      tag.setAttribute(key, text);
    },
    [name, value] as const,
  );

it('sells other seats and another plan in the same session, with everything typed kept', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  const session = (await checkout.events('billing-ready'))[0]?.detail['sessionId'];

  await set(checkout, 'quantity', '3');
  await checkout.page.getByRole('button', { name: 'Pay $26.25' }).waitFor();
  await set(checkout, 'price', 'pro_yearly');
  await checkout.page.getByRole('button', { name: 'Pay $261.00' }).waitFor();
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
  await checkout.pay();
  await checkout.reaches('complete');
  const [complete] = await checkout.events('billing-complete');
  expect(complete?.detail).toMatchObject({ sessionId: session, amount: 26_100 });
  const [subscription] = (await shop().stripe.subscriptions.list()).data;
  expect(subscription?.items.data[0]).toMatchObject({ quantity: 3, price: { lookup_key: 'pro_yearly' } });
});

it('asks for what it did not ask for when it was opened, and pays with it', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  await checkout.tag.evaluate((tag) => {
    Object.assign(tag, { fields: [{ name: 'cost_center', label: 'Cost center', required: true }] });
  });
  const added = checkout.page.getByLabel('Cost center');
  await added.waitFor();
  await checkout.pay();
  await checkout.page.getByText('Cost center').nth(1).waitFor();
  expect(await added.getAttribute('aria-invalid')).toBe('true');
  await added.fill('R&D 7');
  await checkout.pay();
  await checkout.reaches('complete');
  const [complete] = await checkout.events('billing-complete');
  const session = await shop().stripe.checkout.sessions.retrieve(String(complete?.detail['sessionId']));
  expect(session.metadata).toMatchObject({ field_cost_center: 'R&D 7' });
});

it('refuses a quantity nobody sells, and still sells what it showed', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await set(checkout, 'quantity', '501');
  await checkout.alert.getByText('This quantity cannot be bought here').waitFor();
  await checkout.page.getByRole('button', { name: 'Pay $105.00' }).waitFor();
});

it.each([
  ['pro_monthly_jpy', '2', 'Pay ¥2,400', 2_400],
  ['pro_monthly_kwd', '2', /Pay KWD\s5\.400/, 5_400],
])('prints %s as its currency is written', async (price, quantity, button, total) => {
  const checkout = await CheckoutPage.open(await newPage(), onePage(), { price, quantity, locale: 'en-US' });
  await checkout.page.getByRole('button', { name: button }).waitFor();
  expect((await checkout.events('billing-change')).at(-1)?.detail['total']).toBe(total);
});

it('changes its theme on both sides of the frames, and remounts none', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fillCard(cards.pays);
  const background = (): Promise<string> =>
    checkout.payment.locator('[name=number]').evaluate((input) => getComputedStyle(input).backgroundColor);
  const light = await background();
  await set(checkout, 'theme', 'dark');
  await expect.poll(background).not.toBe(light);
  expect(await checkout.payment.locator('[name=number]').inputValue()).toBe('4242 4242 4242 4242');
});

it('holds the payment while the page asks it to, and shows its sentence', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  await checkout.tag.evaluate((tag) => {
    tag.addEventListener(
      'billing-submit',
      (event) => {
        (event as unknown as { waitUntil(promise: Promise<unknown>): void }).waitUntil(
          Promise.reject(new Error('Please accept our terms first.')),
        );
      },
      { once: true },
    );
  });
  await checkout.pay();
  await checkout.alert.getByText('Please accept our terms first.').waitFor();
  expect((await shop().stripe.charges.list({ limit: 1 })).data.map(({ status }) => status)).not.toContain('failed');
  await checkout.pay();
  await checkout.reaches('complete');
});
