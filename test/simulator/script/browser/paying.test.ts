import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, confirm, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

describe('paying', () => {
  it('completes with a good card, typed into the frame', async () => {
    const { page, payment, sessionId, close } = await shop.visit();
    await payment.getByLabel('Card number').pressSequentially(cards.good);
    await payment.getByLabel('Expiration date').pressSequentially('234');
    await payment.getByLabel('Security code').pressSequentially('123');
    await payment.getByLabel('ZIP code').pressSequentially('94107');
    expect(await payment.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    expect(await payment.getByLabel('Expiration date').inputValue()).toBe('02 / 34');
    expect(await payment.getByRole('img', { name: 'Visa' }).count()).toBe(1);
    await untilConfirmable(page);
    const result = await confirm(page);
    expect(result).toMatchObject({ type: 'success', session: { status: { type: 'complete', paymentStatus: 'paid' } } });
    expect((await shop.stripe.checkout.sessions.retrieve(sessionId)).payment_status).toBe('paid');
    expect(await confirm(page)).toMatchObject({ type: 'thrown', error: expect.stringContaining('no longer active') });
    await close();
  });

  it('keeps what was typed after a decline, and can be paid after all', async () => {
    const { page, payment, typeCard, close } = await shop.visit();
    await typeCard(cards.declined);
    await untilConfirmable(page);
    expect(await confirm(page)).toEqual({
      type: 'error',
      error: {
        message: 'Your card was declined.',
        code: 'paymentFailed',
        paymentFailed: { declineCode: 'generic_decline' },
      },
    });
    const number = payment.getByLabel('Card number');
    expect(await number.inputValue()).toBe('4000 0000 0000 0002');
    await number.fill('');
    await number.pressSequentially(cards.good);
    await untilConfirmable(page);
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    await close();
  });

  it('goes to the return URL', async () => {
    const { page, typeCard, sessionId, close } = await shop.visit({
      session: { return_url: `${shop.home}/?done={CHECKOUT_SESSION_ID}` },
    });
    await typeCard(cards.good);
    await untilConfirmable(page);
    await page.evaluate(() => {
      void window.actions.getSession().total.total.amount;
      void window.actions.confirm();
    });
    await page.waitForURL((url) => url.searchParams.get('done') === sessionId);
    await close();
  });

  it('takes the billing address from its element, which replaces the fields of the payment frame', async () => {
    const { page, address, payment, typeCard, sessionId, close } = await shop.visit({ address: true });
    await payment.getByLabel('ZIP code').waitFor({ state: 'hidden' });
    await typeCard(cards.good);
    expect(await page.evaluate(() => window.actions.getSession().canConfirm)).toBe(false);
    await address.getByLabel('Full name').fill('Ada Lovelace');
    await address.getByLabel('Address line 1').fill('12 Main St');
    await address.getByLabel('City').fill('Springfield');
    await address.getByLabel('State').selectOption('IL');
    await address.getByLabel('ZIP code').fill('62704');
    await untilConfirmable(page);
    expect(await page.evaluate(() => window.actions.getSession().billingAddress?.address.line1)).toBe('12 Main St');
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    const session = await shop.stripe.checkout.sessions.retrieve(sessionId);
    expect(session.customer_details).toMatchObject({ name: 'Ada Lovelace', address: { city: 'Springfield' } });
    await close();
  });

  it('works with the official loader, from Stripe’s own URL', async () => {
    const { page, typeCard, close } = await shop.visit({ loader: true });
    await typeCard(cards.good);
    await untilConfirmable(page);
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    await close();
  });

  it('never lets the page see the card number', async () => {
    const { page, typeCard, close } = await shop.visit();
    await page.evaluate(() => {
      window.addEventListener('message', ({ data }) => window.heard.push(JSON.stringify(data)));
    });
    await typeCard(cards.good);
    await untilConfirmable(page);
    await confirm(page);
    const heard = (await page.evaluate(() => window.heard.join('\n'))).replace(/\D/g, '');
    expect(heard).not.toContain('42424242');
    await close();
  });
});
