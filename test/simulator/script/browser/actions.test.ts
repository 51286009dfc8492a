import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, confirm, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

const guest = { customer_email: undefined } as object;

describe('actions', () => {
  it('take an email, and say what is wrong with another', async () => {
    const { page, typeCard, close } = await shop.visit({ session: guest });
    await typeCard(cards.good);
    const update = (email: string | null) => page.evaluate((given) => window.actions.updateEmail(given), email);
    expect(await update('ada')).toMatchObject({ type: 'error', error: { code: 'incompleteEmail' } });
    expect(await update('ada@@example.com')).toMatchObject({ type: 'error', error: { code: 'invalidEmail' } });
    expect(await page.evaluate(() => window.actions.getSession().canConfirm)).toBe(false);
    expect(await update('ada@example.com')).toMatchObject({ type: 'success', session: { email: 'ada@example.com' } });
    await untilConfirmable(page);
    expect(await update(null)).toMatchObject({ type: 'success', session: { email: null, canConfirm: false } });
    await close();
  });

  it('refuse what the session fixes or does not allow', async () => {
    const { page, close } = await shop.visit();
    const thrown = await page.evaluate(() =>
      Promise.all([
        window.actions.updateEmail('eve@example.com').then(String, String),
        window.actions.applyPromotionCode('HALF').then(String, String),
        window.actions.updateTaxIdInfo(null).then(String, String),
      ]),
    );
    expect(thrown[0]).toContain('IntegrationError: updateEmail() is not allowed');
    expect(thrown[1]).toContain('IntegrationError: applyPromotionCode() is not allowed');
    expect(thrown[2]).toContain('IntegrationError: updateTaxIdInfo() is not allowed');
    await close();
  });

  it('take a billing address, unless its element is mounted', async () => {
    const { page, close } = await shop.visit();
    const update = () =>
      page.evaluate(() =>
        window.actions
          .updateBillingAddress({ name: 'Ada', address: { country: 'GB', postal_code: 'SW1A 2AA' } })
          .catch(String),
      );
    expect(await update()).toMatchObject({
      type: 'success',
      session: { billingAddress: { address: { country: 'GB' } } },
    });
    await page.evaluate(() => window.checkout.createBillingAddressElement().mount('#address'));
    expect(await update()).toContain('IntegrationError: updateBillingAddress() is not allowed');
    await close();
  });

  it('see what the server has changed', async () => {
    const { page, typeCard, sessionId, close } = await shop.visit();
    await typeCard(cards.good);
    await untilConfirmable(page);
    await page.exposeFunction('changeOnServer', async () => {
      const price = await shop.stripe.prices.create({
        product_data: { name: 'Team' },
        currency: 'usd',
        unit_amount: 5000,
      });
      await shop.stripe.checkout.sessions.update(sessionId, { line_items: [{ price: price.id, quantity: 1 }] });
    });
    const result = await page.evaluate(() =>
      window.actions.runServerUpdate(() =>
        (window as unknown as { changeOnServer: () => Promise<void> }).changeOnServer(),
      ),
    );
    expect(result).toMatchObject({ type: 'success', session: { total: { total: { minorUnitsAmount: 5000 } } } });
    expect(await page.evaluate(() => window.heard.includes('session canConfirm:false'))).toBe(true);
    const failed = await page.evaluate(() =>
      window.actions.runServerUpdate(() => Promise.reject(new Error('No seats left.'))),
    );
    expect(failed).toEqual({ type: 'error', error: { message: 'No seats left.', code: null } });
    await close();
  });

  it('give no code when the network is lost, and pay afterwards', async () => {
    const { page, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    await untilConfirmable(page);
    await page.route('**/confirm', (route) => route.abort());
    expect(await confirm(page)).toEqual({
      type: 'error',
      error: { message: expect.stringContaining('connecting'), code: null },
    });
    await page.unroute('**/confirm');
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    await close();
  });

  it('pay with a saved card, without an element', async () => {
    const customer = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const method = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    const { page, close } = await shop.visit({ session: { ...guest, customer: customer.id } });
    await page.evaluate(() => window.checkout.getPaymentElement()?.destroy());
    expect(await page.evaluate(() => window.checkout.getPaymentElement())).toBeNull();
    expect(await confirm(page, { redirect: 'if_required', paymentMethod: method.id })).toMatchObject({
      type: 'success',
    });
    await close();
  });

  it('ask to save a card only where the page leaves that to Stripe', async () => {
    const customer = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const session = {
      ...guest,
      customer: customer.id,
      saved_payment_method_options: { payment_method_save: 'enabled' },
    };
    const asked = await shop.visit({ session: session });
    expect(await asked.payment.getByLabel(/Save my payment details/).isVisible()).toBe(true);
    await asked.close();
    const silent = await shop.visit({ session: session, enableSave: 'never' });
    expect(await silent.payment.getByLabel(/Save my payment details/).isVisible()).toBe(false);
    await silent.close();
  });
});
