import type { StripeExpressCheckoutElementConfirmEvent } from '@stripe/stripe-js';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickAway, pointAndClick } from '../../../flows/support/point-and-click.js';
import { pressAway } from '../../../flows/support/press-away.js';
import { openShop } from './shop.js';
import type { Shop, VisitOptions } from './shop.js';

declare global {
  interface Window {
    wallet: StripeExpressCheckoutElementConfirmEvent;
  }
}

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

const title = 'iframe[title="Secure express checkout frame"]';

/** Mounts the element where the page's own button was; what it says goes to `heard`. */
const mount = (page: Page, options: object = {}): Promise<unknown> =>
  page.evaluate(async (given) => {
    const node = document.createElement('div');
    document.body.prepend(node);
    const element = window.checkout.createExpressCheckoutElement(
      Object.assign<object, Parameters<typeof window.checkout.createExpressCheckoutElement>[0]>(given, undefined),
    );
    element.on('cancel', () => window.heard.push('express cancel'));
    element.on('confirm', (event) => {
      window.wallet = event;
      window.heard.push(`express confirm:${event.expressPaymentType}`);
    });
    const ready = new Promise((resolve) =>
      element.on('ready', ({ availablePaymentMethods }) => {
        resolve(availablePaymentMethods ?? null);
      }),
    );
    element.mount(node);
    return ready;
  }, options);

const visit = async (options: VisitOptions = {}) => {
  const opened = await shop.visit(options);
  return { ...opened, available: await mount(opened.page), buttons: opened.page.frameLocator(title) };
};

/** Opens the sheet with a button. */
const open = async (page: Page, buttons: FrameLocator, name: string): Promise<FrameLocator> => {
  await pointAndClick(buttons.getByRole('button', { name }));
  await page.getByRole('dialog', { name }).waitFor();
  return page.frameLocator('iframe[title="Secure wallet frame"]');
};

const heard = (page: Page, what: string) => page.waitForFunction((text) => window.heard.includes(text), what);

/** Pays with the event that the wallet gave. Rejections become text. */
const confirm = (page: Page, more: object = {}) =>
  page.evaluate(async (args) => {
    void window.actions.getSession().total.total.amount;
    return window.actions
      .confirm({ redirect: 'if_required', expressCheckoutConfirmEvent: window.wallet, ...args })
      .catch((error: unknown) => ({ type: 'thrown' as const, error: String(error) }));
  }, more);

describe('the express checkout element', () => {
  it('pays with Google Pay without anything typed, and its event pays once', async () => {
    const { page, buttons, available, sessionId, close } = await visit();
    expect(available).toMatchObject({ applePay: true, googlePay: true, link: false, paypal: false });
    const sheet = await open(page, buttons, 'Google Pay');
    expect(await sheet.getByRole('heading').textContent()).toBe('Pay $12.00');
    await clickAway(sheet.getByRole('button', { name: 'Pay' }));
    await heard(page, 'express confirm:google_pay');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await confirm(page)).toMatchObject({ type: 'success', session: { status: { type: 'complete' } } });
    const session = await shop.stripe.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.payment_method', 'payment_intent.latest_charge'],
    });
    expect(session).toMatchObject({
      payment_status: 'paid',
      payment_intent: {
        payment_method: {
          card: { last4: '4242', wallet: { type: 'google_pay' } },
          billing_details: { name: 'Jenny Rosen' },
        },
        latest_charge: { payment_method_details: { card: { wallet: { type: 'google_pay' } } } },
      },
    });
    await close();
  });

  it('brings the email that the session has not', async () => {
    const params = { customer_email: undefined } as unknown as NonNullable<VisitOptions['session']>;
    const { page, buttons, sessionId, close } = await visit({ session: params });
    const sheet = await open(page, buttons, 'Apple Pay');
    await clickAway(sheet.getByRole('button', { name: 'Pay' }));
    await heard(page, 'express confirm:apple_pay');
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    const { customer_details: details } = await shop.stripe.checkout.sessions.retrieve(sessionId);
    expect(details?.email).toBe('jenny.rosen@example.com');
    await close();
  });

  it('tells of a card that is declined; its event is used up, another pays', async () => {
    const { page, buttons, close } = await visit();
    const sheet = await open(page, buttons, 'Google Pay');
    await pointAndClick(sheet.getByRole('radio', { name: /declined/ }));
    await clickAway(sheet.getByRole('button', { name: 'Pay' }));
    await heard(page, 'express confirm:google_pay');
    expect(await confirm(page)).toMatchObject({ type: 'error', error: { code: 'paymentFailed' } });
    expect(await confirm(page)).toMatchObject({ type: 'thrown', error: expect.stringContaining('can be used once') });
    const again = await open(page, buttons, 'Apple Pay');
    await clickAway(again.getByRole('button', { name: 'Pay' }));
    await heard(page, 'express confirm:apple_pay');
    expect(await confirm(page)).toMatchObject({ type: 'success' });
    await close();
  });

  it('is canceled with Escape: nothing is paid, the session stays open', async () => {
    const { page, buttons, sessionId, close } = await visit();
    const sheet = await open(page, buttons, 'Apple Pay');
    await sheet.getByRole('heading').focus();
    pressAway(page, 'Escape');
    await heard(page, 'express cancel');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect((await shop.stripe.checkout.sessions.retrieve(sessionId)).status).toBe('open');
    await close();
  });

  it('does not pay once the page has said that the payment failed', async () => {
    const { page, buttons, sessionId, close } = await visit();
    const sheet = await open(page, buttons, 'Google Pay');
    await clickAway(sheet.getByRole('button', { name: 'Pay' }));
    await heard(page, 'express confirm:google_pay');
    await page.evaluate(() => window.wallet.paymentFailed({ reason: 'fail' }));
    expect(await confirm(page)).toMatchObject({ type: 'thrown' });
    expect((await shop.stripe.checkout.sessions.retrieve(sessionId)).status).toBe('open');
    await close();
  });

  it('shows no wallet that the page turns off, and says when there is none', async () => {
    const one = await shop.visit();
    expect(await mount(one.page, { paymentMethods: { applePay: 'never' } })).toMatchObject({
      applePay: false,
      googlePay: true,
    });
    expect(await one.page.frameLocator(title).getByRole('button').allTextContents()).toEqual(['Google Pay']);
    await one.close();
    const none = await shop.visit();
    expect(await mount(none.page, { paymentMethods: { applePay: 'never', googlePay: 'never' } })).toBeNull();
    await none.close();
  });

  it('refuses a second element, unknown options, click, and an event together with a method', async () => {
    const { page, close } = await visit();
    const refusal = (code: string): Promise<string> =>
      page.evaluate((text) => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- each refusal is one expression of the page's
          (new Function(text) as () => void)();
          return 'not refused';
        } catch (error) {
          return String(error);
        }
      }, code);
    expect(await refusal('checkout.createExpressCheckoutElement()')).toContain('Can only create one Element');
    expect(await refusal("checkout.getExpressCheckoutElement().on('click', () => {})")).toContain('is not an event');
    expect(await refusal('checkout.getExpressCheckoutElement().update({ buttonHeight: 20 })')).toContain(
      'between 40 and 55',
    );
    expect(await refusal('checkout.getExpressCheckoutElement().update({ colour: 1 })')).toContain('not an accepted');
    expect(await confirm(page, { expressCheckoutConfirmEvent: {}, paymentMethod: 'pm_card_visa' })).toMatchObject({
      type: 'thrown',
      error: expect.stringContaining('together with expressCheckoutConfirmEvent'),
    });
    await close();
  });
});
