import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pointAndClick } from '../../../flows/support/point-and-click.js';
import { cards, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

describe('elements', () => {
  it('look as Stripe’s from outside', async () => {
    const { page, close } = await shop.visit();
    const iframe = page.locator('#payment.StripeElement.StripeElement--empty > .__PrivateStripeElement > iframe');
    expect(await iframe.getAttribute('title')).toBe('Secure payment input frame');
    expect(await iframe.getAttribute('allow')).toBe('payment *');
    expect(await iframe.getAttribute('name')).toMatch(/^__privateStripeFrame\d+$/);
    expect(await page.evaluate(() => window.heard.slice(0, 2))).toEqual(['payment loaderstart', 'payment ready']);
    await close();
  });

  it('mark their node as it is typed, and follow the height of their content', async () => {
    const { page, payment, typeCard, close } = await shop.visit();
    const height = () => page.locator('#payment iframe').evaluate((iframe) => iframe.clientHeight);
    await expect.poll(height).toBeGreaterThan(150);
    const before = await height();
    await payment.getByLabel('Card number').pressSequentially('4242424242424241');
    await payment.getByText('Your card number is invalid.').waitFor();
    await page.locator('#payment.StripeElement--invalid.StripeElement--focus').waitFor();
    await expect.poll(height).toBeGreaterThan(before);
    await payment.getByLabel('Card number').fill('');
    await typeCard(cards.good);
    await page.locator('#payment.StripeElement--complete').waitFor();
    expect(await page.evaluate(() => window.heard.at(-1))).toBe('session canConfirm:true');
    await close();
  });

  it('complain late: when left, or when asked; the first invalid field has focus', async () => {
    const { page, payment, close } = await shop.visit();
    await payment.getByLabel('Card number').pressSequentially('4242');
    expect(await payment.getByText('incomplete').count()).toBe(0);
    await payment.getByLabel('Expiration date').focus();
    await payment.getByText('Your card number is incomplete.').waitFor();
    expect(await payment.getByText("Your card's expiration date is incomplete.").count()).toBe(0);
    const result = await page.evaluate(() => window.actions.validateElements());
    expect(result).toEqual({
      type: 'error',
      error: {
        code: 'validation_error',
        message: 'Your card number is incomplete.',
        validation_errors: [{ element: 'payment', message: 'Your card number is incomplete.' }],
      },
    });
    await payment.getByText("Your card's expiration date is incomplete.").waitFor();
    await expect
      .poll(() => payment.getByLabel('Card number').evaluate((node) => node === document.activeElement))
      .toBe(true);
    await close();
  });

  it('lose what was typed when their node is moved', async () => {
    const { page, payment, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    await untilConfirmable(page);
    await page.evaluate(() => document.body.append(document.querySelector('#payment') ?? ''));
    await page.waitForFunction(() => !window.actions.getSession().canConfirm);
    await expect.poll(() => payment.getByLabel('Card number').inputValue()).toBe('');
    await close();
  });

  it('are focused by the label of their node', async () => {
    const { page, payment, close } = await shop.visit();
    await page.getByText('Pay by card').click();
    await expect
      .poll(() => payment.getByLabel('Card number').evaluate((node) => node === document.activeElement))
      .toBe(true);
    await close();
  });

  it('take another appearance while they are used', async () => {
    const { page, payment, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    await page.evaluate(() => {
      window.checkout.changeAppearance({ theme: 'night', rules: { '.Input': { borderRadius: '17px' } } });
    });
    const style = (name: string) =>
      payment
        .getByLabel('Card number')
        .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
    await expect.poll(() => style('background-color')).toBe('rgb(48, 49, 61)');
    expect(await style('border-top-left-radius')).toBe('17px');
    expect(await payment.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    await close();
  });

  it('offer saved cards first', async () => {
    const customer = await shop.stripe.customers.create({ email: 'ada@example.com' });
    const first = await shop.visit({
      session: {
        customer: customer.id,
        customer_email: undefined,
        saved_payment_method_options: { payment_method_save: 'enabled' },
      } as object,
    });
    await first.typeCard(cards.good);
    await untilConfirmable(first.page);
    await first.page.evaluate(async () => {
      void window.actions.getSession().total.total.amount;
      await window.actions.confirm({ redirect: 'if_required', savePaymentMethod: true });
    });
    await first.close();

    const { page, payment, close } = await shop.visit({
      session: { customer: customer.id, customer_email: undefined } as object,
    });
    expect(await payment.getByRole('radio', { name: /Visa ending in 4242/ }).isChecked()).toBe(true);
    await untilConfirmable(page);
    await pointAndClick(payment.getByText('Use another card'));
    await page.waitForFunction(() => !window.actions.getSession().canConfirm);
    await payment.getByLabel('Card number').waitFor();
    await close();
  });

  it('believe their own frame only', async () => {
    const { page, typeCard, close } = await shop.visit();
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')?.name ?? '';
      const change = { empty: false, complete: true, collapsed: false, value: { type: 'card' } };
      const message = { type: 'payment-change', change, invalid: false };
      window.postMessage({ simulator: 'stripe-frame', frame, message }, location.origin);
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect(await page.evaluate(() => window.heard)).not.toContain('payment empty:false complete:true');
    await typeCard(cards.good);
    await untilConfirmable(page);
    await close();
  });

  it('say that they could not be loaded', async () => {
    const page = await shop.openPage();
    const error = await page.evaluate((key) => {
      const secret = Promise.reject(new Error('The shop gave no secret.'));
      const checkout = window.Stripe?.(key).initCheckoutElementsSdk({ clientSecret: secret });
      const element = checkout?.createPaymentElement();
      element?.mount('#payment');
      return new Promise((resolve) => element?.on('loaderror', (event) => resolve(event.error.message)));
    }, shop.key);
    expect(error).toBe('The shop gave no secret.');
    await page.close();
  });
});
