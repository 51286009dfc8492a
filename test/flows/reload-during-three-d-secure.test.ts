/** A customer who reloads the page while their bank is asking, or while the payment is being made. */
import { expect, it } from 'vitest';
import { cards } from './support/cards.js';
import { CheckoutPage } from './support/checkout-page.js';
import { useChromium } from './support/chromium.js';
import { clickAway } from './support/point-and-click.js';
import { useShop } from './support/shop.js';

const shop = useShop();
const newPage = useChromium();

async function ready(card: string): Promise<{ checkout: CheckoutPage; id: string }> {
  const checkout = await CheckoutPage.open(await newPage(), `${shop().url}one-time`);
  const id = String((await checkout.events('billing-ready'))[0]?.detail['sessionId']);
  await checkout.fill(card);
  return { checkout, id };
}

const chargesOf = async (id: string) => {
  const { payment_intent: intent } = await shop().stripe.checkout.sessions.retrieve(id);
  return (await shop().stripe.charges.list({ payment_intent: String(intent) })).data;
};

it('finds the same session, is not charged by the old challenge, and pays with the next', async () => {
  const { checkout, id } = await ready(cards.asks3ds);
  await checkout.pay();
  await checkout.challenge.getByRole('button', { name: 'Complete' }).waitFor();
  await checkout.page.reload();
  await checkout.reaches('ready');
  expect((await checkout.events('billing-ready'))[0]?.detail['sessionId']).toBe(id);
  expect(await chargesOf(id)).toEqual([]);
  await checkout.fill(cards.asks3ds);
  await checkout.pay();
  await clickAway(checkout.challenge.getByRole('button', { name: 'Complete' }));
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect(await chargesOf(id)).toMatchObject([{ paid: true, amount: 49_900 }]);
  expect((await checkout.events('billing-complete')).map(({ detail }) => detail)).toMatchObject([
    { sessionId: id, payment: 'paid', amount: 49_900, replayed: false },
  ]);
});

it('sees that it is paid when the page was reloaded before the answer came', async () => {
  const { checkout, id } = await ready(cards.pays);
  await fetch(`${shop().simulatorUrl}/_simulator/faults`, {
    method: 'POST',
    body: JSON.stringify({
      account: 'simulator',
      path: '/v1/payment_pages/*/confirm',
      kind: 'hang',
      after: true,
    }),
  });
  await checkout.pay();
  await checkout.reaches('confirming');
  await expect.poll(async () => (await shop().stripe.checkout.sessions.retrieve(id)).status).toBe('complete');
  await checkout.page.reload();
  await checkout.reaches('complete');
  await checkout.page.getByText('Your payment of $499.00 is complete.').waitFor();
  expect(await chargesOf(id)).toHaveLength(1);
});
