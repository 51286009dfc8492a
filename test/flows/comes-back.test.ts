/** Reloads, second tabs, logins: the same purchase is found again, or its outcome. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const onePage = (): string => `${shop().url}one-page`;

const sessionOf = async (checkout: CheckoutPage): Promise<unknown> =>
  (await checkout.events('billing-ready')).at(-1)?.detail['sessionId'];

const openSessions = async (): Promise<string[]> =>
  (await shop().stripe.checkout.sessions.list({ status: 'open', limit: 100 })).data.map(({ id }) => id);

it('finds the same session after a reload in the middle', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  const first = await sessionOf(checkout);
  await checkout.fillEmail();
  await checkout.page.reload();
  await checkout.reaches('ready');
  expect(await sessionOf(checkout)).toBe(first);
});

it('shows the outcome after a reload, and tells the page that it is a replay', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  await checkout.page.reload();
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $105.00 is complete.').waitFor();
  const [complete, ...more] = await checkout.events('billing-complete');
  expect(complete?.detail['replayed']).toBe(true);
  expect(more).toEqual([]);

  await checkout.tag.evaluate((tag) => {
    (tag as unknown as { restart(): void }).restart();
  });
  await checkout.reaches('ready');
});

it('pays once when the page is reloaded while the bank is asking', async () => {
  const before = (await shop().stripe.subscriptions.list({ limit: 100 })).data.length;
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  const first = await sessionOf(checkout);
  await checkout.fill(cards.asks3ds);
  await checkout.pay();
  await checkout.challenge.getByRole('button', { name: 'Complete' }).waitFor();
  await checkout.page.reload();
  await checkout.reaches('ready');
  expect(await sessionOf(checkout)).toBe(first);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await shop().stripe.subscriptions.list({ limit: 100 })).data.length - before).toBe(1);
});

it('ends with one session when a second tab has another language, quantity and address', async () => {
  const stale = await openSessions();
  const page = await newPage();
  const first = await CheckoutPage.open(page, onePage());
  const second = await CheckoutPage.open(await page.context().newPage(), `${onePage()}?from=mail`, {
    quantity: '3',
    locale: 'de',
  });
  expect((await openSessions()).filter((id) => !stale.includes(id))).toEqual([await sessionOf(second)]);

  await second.page.getByLabel('E-Mail').fill('grace@example.com');
  await second.fillAddress();
  await second.fillCard(cards.pays);
  await second.pay();
  await second.reaches('complete');
  // Coming back to the first tab.
  await first.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await first.reaches('expired');
  await first.page.getByRole('button', { name: 'Start again' }).click();
  await first.reaches('ready');
  expect((await openSessions()).filter((id) => !stale.includes(id))).toEqual([await sessionOf(first)]);
});

it('shows the payment of one tab in the other', async () => {
  const page = await newPage();
  const first = await CheckoutPage.open(page, onePage());
  const second = await CheckoutPage.open(await page.context().newPage(), onePage());
  expect(await sessionOf(second)).toBe(await sessionOf(first));
  await second.fill(cards.pays);
  await second.pay();
  await second.reaches('complete');
  await first.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await first.reaches('complete');
  expect((await first.events('billing-complete'))[0]?.detail['replayed']).toBe(true);
});

it('shows the payment of the other tab to one that could not be opened, and tries again', async () => {
  const page = await newPage();
  await page.route('**/billing/sessions', (route) => route.abort());
  const first = await CheckoutPage.visit(page, onePage());
  await first.reaches('failed');
  const second = await CheckoutPage.open(await page.context().newPage(), onePage());
  await second.fill(cards.pays);
  await second.pay();
  await second.reaches('complete');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await first.reaches('complete');
  expect((await first.events('billing-complete'))[0]?.detail['replayed']).toBe(true);
});

it('refuses to pay twice when the other tab has paid meanwhile', async () => {
  const page = await newPage();
  const charges = (await shop().stripe.charges.list({ limit: 100 })).data.length;
  const first = await CheckoutPage.open(page, onePage());
  const second = await CheckoutPage.open(await page.context().newPage(), onePage());
  await first.fill(cards.pays);
  await second.fill(cards.pays);
  await Promise.all([first.pay(), second.pay()]);
  await first.reaches('complete');
  await second.reaches('complete');
  expect((await shop().stripe.charges.list({ limit: 100 })).data.length - charges).toBe(1);
});

it('opens a session of their own for a guest who logs in', async () => {
  const checkout = await CheckoutPage.open(await newPage(), onePage());
  const guest = await sessionOf(checkout);
  await checkout.page.getByRole('button', { name: 'Ada Lovelace' }).click();
  await checkout.page.getByText('Paying as ada@example.com').waitFor();
  await checkout.reaches('ready');
  const known = await sessionOf(checkout);
  expect(known).not.toBe(guest);
  expect(await openSessions()).not.toContain(guest);
  await checkout.fillAddress();
  await checkout.fillCard(cards.pays);
  await checkout.pay();
  await checkout.reaches('complete');
  const session = await shop().stripe.checkout.sessions.retrieve(String(known));
  expect(session.customer).toBe(shop().customer);
});
