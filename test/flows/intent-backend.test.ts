/** A shop whose server works with intents: the built element loads its second file, and pays one. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

const features = {
  email: 'known',
  billingAddress: 'required',
  savePayment: 'never',
  promotionCodes: false,
  quantity: null,
  company: 'off',
  taxId: 'off',
  purchaseOrder: 'off',
  payByInvoice: false,
  express: false,
};

it('asks the bank, takes the money, and asks for the second file only there', async () => {
  const { stripe, url } = shop();
  const intent = await stripe.paymentIntents.create({ amount: 4_200, currency: 'usd' });
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const common = { contract: 1, id: intent.id, mode: 'payment', livemode: false };
  await page.route('**/billing/sessions*', (route) =>
    route.fulfill({
      status: 201,
      json: {
        ...common,
        gateway: 'payment_intent',
        clientSecret: intent.client_secret,
        status: 'open',
        features,
        expiresAt: 4_000_000_000,
      },
    }),
  );
  await page.route('**/billing/sessions/*', async (route) => {
    const { status } = await stripe.paymentIntents.retrieve(intent.id);
    const paid = status === 'succeeded';
    await route.fulfill({
      json: {
        ...common,
        status: paid ? 'complete' : 'open',
        payment: paid ? 'paid' : null,
        amount: 4_200,
        currency: 'usd',
        attempt: null,
        decline: null,
        links: { invoice: null, receipt: null, verification: null },
        expectedAt: null,
      },
    });
  });

  const checkout = await CheckoutPage.open(page, `${url}one-page`);
  expect(asked.filter((path) => path === '/intents-gateway.js')).toHaveLength(1);
  await checkout.fillAddress();
  await checkout.fillCard(cards.asks3ds);

  // With intents Stripe's fields follow the language, too, and keep what is typed.
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('locale', 'fr');
  });
  await page.getByRole('button', { name: /^Payer 42,00/ }).waitFor();
  await checkout.payment.locator('html[lang|=fr]').waitFor();
  await checkout.address.locator('html[lang|=fr]').waitFor();
  expect(await checkout.payment.locator('[name=number]').inputValue()).not.toBe('');
  await checkout.tag.evaluate((tag) => {
    tag.setAttribute('locale', 'en');
  });

  await page.getByRole('button', { name: 'Pay $42.00' }).click();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  expect((await checkout.events('billing-complete'))[0]?.detail).toMatchObject({
    sessionId: intent.id,
    payment: 'paid',
    amount: 4_200,
  });
  expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');

  const other = await newPage();
  const askedThere: string[] = [];
  other.on('request', (request) => askedThere.push(new URL(request.url()).pathname));
  await CheckoutPage.open(other, `${url}one-page`);
  expect(askedThere).not.toContain('/intents-gateway.js');
});
