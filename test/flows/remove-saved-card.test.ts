/** A customer removes a saved card, in Stripe's own list; not one that a subscription is paid with. */
import { expect, it } from 'vitest';
import { CheckoutPage, type Attributes } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const open = async (attributes: Attributes = {}): Promise<CheckoutPage> =>
  CheckoutPage.open(await newPage(), `${shop().url}remove-saved-card`, attributes);

async function graceId(): Promise<string> {
  const [grace] = (await shop().stripe.customers.list({ email: 'grace.hopper@example.com' })).data;
  return String(grace?.id);
}

async function keptCards(): Promise<readonly (string | undefined)[]> {
  const { data } = await shop().stripe.customers.listPaymentMethods(await graceId());
  return data.map(({ card }) => card?.last4).sort();
}

/** From here on the page keeps a card for later. */
async function keepAnother(checkout: CheckoutPage): Promise<void> {
  await checkout.tag.evaluate(async (tag) => {
    tag.removeAttribute('price');
    tag.setAttribute('setup', '');
    const element = tag as unknown as { readonly updateComplete: Promise<unknown>; load(): void };
    await element.updateComplete;
    element.load();
  });
  await expect
    .poll(async () => (await checkout.events('billing-ready')).at(-1)?.detail['mode'], { timeout: 20_000 })
    .toBe('setup');
}

it('is gone from the list and from Stripe, and the other one still pays', async () => {
  const checkout = await open();
  const { payment } = checkout;
  expect(await keptCards()).toEqual(['4242', '4444']);
  await checkout.page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.dataset['before'] = 'yes';
  });
  await payment.getByRole('radio', { name: /Mastercard/ }).press('Space');
  await payment.getByRole('button', { name: 'Remove Mastercard ending in 4444' }).press('Enter');
  await payment.getByRole('radio', { name: /Mastercard/ }).waitFor({ state: 'detached' });
  await expect.poll(() => payment.getByRole('radio', { name: /Visa.*4242/ }).isChecked()).toBe(true);
  expect(await keptCards()).toEqual(['4242']);
  const [event] = (await shop().stripe.events.list({ type: 'payment_method.detached', limit: 1 })).data;
  expect(event?.data.object).toMatchObject({ card: { last4: '4444' }, customer: null });
  expect(await checkout.page.locator('iframe:not([data-before])').count()).toBe(0);

  await checkout.fillAddress();
  await checkout.pay();
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({ payment: 'paid' });
  expect(await checkout.events('billing-error')).toEqual([]);

  // Where a card is kept for later there is the same list.
  const { stripe } = shop();
  const more = await stripe.paymentMethods.attach('pm_card_amex', { customer: await graceId() });
  await stripe.paymentMethods.update(more.id, { allow_redisplay: 'always' });
  await keepAnother(checkout);
  await payment.getByRole('button', { name: /^Remove American Express/ }).press('Enter');
  await payment.getByRole('radio', { name: /American Express/ }).waitFor({ state: 'detached' });
  expect(await keptCards()).toEqual(['4242']);
  await payment.getByRole('radio', { name: /Visa.*4242/ }).waitFor();
});

it('cannot be the one that a live subscription is paid with, also in a checkout that was open before', async () => {
  const early = await open();
  await early.payment.getByRole('button', { name: /^Remove Visa/ }).waitFor();

  const subscribing = await open({ price: 'pro_yearly' });
  await subscribing.payment.getByRole('radio', { name: /Visa/ }).press('Space');
  await subscribing.fillAddress();
  await subscribing.pay();
  await subscribing.reaches('complete');

  await early.page.reload();
  await early.reaches('ready');
  await early.payment.getByRole('radio', { name: /Visa/ }).waitFor();
  expect(await early.payment.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  const sessions = (await shop().stripe.checkout.sessions.list({ limit: 1 })).data;
  expect(sessions[0]?.saved_payment_method_options?.payment_method_remove).toBe('disabled');
  await keepAnother(early);
  await early.payment.getByRole('radio', { name: /Visa/ }).waitFor();
  expect(await early.payment.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
  expect(await keptCards()).toEqual(['4242']);
});
