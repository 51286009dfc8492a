import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cards, confirm, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

/** Runs in a page with a checkout that never loads; gives what was thrown. */
const refusal = (page: Page, work: (key: string) => unknown): Promise<string> =>
  page.evaluate(
    async ([source, key]) => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the function comes from this file
        await (new Function(`return (${source})`)() as (key: string) => unknown)(key);
        return 'nothing was refused';
      } catch (error) {
        return String(error);
      }
    },
    [String(work), shop.key] as const,
  );

const pending = `(key) => Stripe(key).initCheckoutElementsSdk({ clientSecret: new Promise(() => {}) })`;

describe('what Stripe.js refuses', () => {
  it.each<[string, string, string]>([
    ['a secret key', `() => Stripe('sk_test_x')`, 'You should not use your secret key with Stripe.js.'],
    ['a live key', `() => Stripe('pk_live_x')`, 'never a live key'],
    ['initCheckout', `(key) => Stripe(key).initCheckout()`, 'Use stripe.initCheckoutElementsSdk() instead'],
    ['elements', `(key) => Stripe(key).elements()`, 'is not simulated'],
    [
      'a PaymentIntent’s secret',
      `(key) => Stripe(key).initCheckoutElementsSdk({ clientSecret: 'pi_1_secret_2' })`,
      'intent',
    ],
    [
      'a detached node',
      `(key) => (${pending})(key).createPaymentElement().mount(document.createElement('div'))`,
      'IntegrationError: Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.',
    ],
    [
      'a node in a shadow root',
      `(key) => { const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }); const node = root.appendChild(document.createElement('div')); (${pending})(key).createPaymentElement().mount(node); }`,
      'IntegrationError: Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.',
    ],
    [
      'a selector without a node',
      `(key) => (${pending})(key).createPaymentElement().mount('#nowhere')`,
      'The selector you specified (#nowhere) applies to no DOM elements that are currently on the page.',
    ],
    [
      'no node',
      `(key) => (${pending})(key).createPaymentElement().mount(null)`,
      'Invalid DOM element. Make sure to call mount() with a valid DOM element or selector.',
    ],
    [
      'mounting twice',
      `(key) => { const element = (${pending})(key).createPaymentElement(); element.mount('#payment'); element.mount('#payment'); }`,
      'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
    ],
    [
      'a destroyed element',
      `(key) => { const element = (${pending})(key).createPaymentElement(); element.destroy(); element.mount('#payment'); }`,
      'This Element has already been destroyed. Please create a new one.',
    ],
    [
      'a second element of a kind',
      `(key) => { const checkout = (${pending})(key); checkout.createPaymentElement(); checkout.createPaymentElement(); }`,
      'Can only create one Element of type payment',
    ],
    [
      'options the address element has not',
      `(key) => (${pending})(key).createBillingAddressElement({ allowedCountries: ['US'] })`,
      'allowedCountries',
    ],
    ['elements in preview', `(key) => (${pending})(key).createTaxIdElement()`, 'is not a function'],
  ])('%s', async (_, source, words) => {
    const page = await shop.openPage();
    const work = new Function(`return (${source})`)() as (key: string) => unknown;
    expect(await refusal(page, work)).toContain(words);
    await page.close();
  });

  it.each([
    ['unknown', () => 'cs_test_unknown_secret_x', 'No such payment_page'],
    ['of an intent', () => 'pi_1_secret_2', 'intent'],
  ])('loadActions with a secret %s', async (_, secret, words) => {
    const page = await shop.openPage();
    const result = await page.evaluate(
      ([key, clientSecret]) =>
        window
          .Stripe?.(key)
          .initCheckoutElementsSdk({ clientSecret: Promise.resolve(clientSecret) })
          .loadActions(),
      [shop.key, secret()] as const,
    );
    expect(result).toEqual({ type: 'error', error: { message: expect.stringContaining(words), code: null } });
    await page.close();
  });

  it('loadActions with the secret of an expired session, of another account', async () => {
    const session = await shop.createSession();
    const page = await shop.openPage();
    const load = (key: string) =>
      page.evaluate(
        ([given, clientSecret]) => window.Stripe?.(given).initCheckoutElementsSdk({ clientSecret }).loadActions(),
        [key, session.client_secret ?? ''] as const,
      );
    expect(await load('pk_test_someone_else')).toMatchObject({ type: 'error', error: { code: null } });
    await shop.stripe.checkout.sessions.expire(session.id);
    expect(await load(shop.key)).toEqual({
      type: 'error',
      error: { message: 'This Checkout Session is no longer active.', code: null },
    });
    await page.close();
  });
});

describe('confirm refuses', () => {
  it('a total that was never read', async () => {
    const { page, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    const thrown = await page.evaluate(() => window.actions.confirm({ redirect: 'if_required' }).then(String, String));
    expect(thrown).toContain('IntegrationError: The total was never read.');
    await close();
  });

  it.each([
    ['saving that is not enabled', { savePaymentMethod: true, redirect: 'if_required' }, 'payment_method_save'],
    ['no return URL', {}, 'returnUrl'],
    ['a fixed email', { email: 'eve@example.com', redirect: 'if_required' }, 'email'],
    ['unknown arguments', { elements: 1 }, 'elements'],
  ])('%s', async (_, args, words) => {
    const { page, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    expect(await confirm(page, args)).toMatchObject({ type: 'thrown', error: expect.stringContaining(words) });
    await close();
  });

  it('a return URL beside the session’s, an unknown email, no mounted element, a second call', async () => {
    const { page, typeCard, close } = await shop.visit({ session: { return_url: shop.home } });
    await typeCard(cards.good);
    await untilConfirmable(page);
    expect(await confirm(page, { returnUrl: shop.home })).toMatchObject({
      error: expect.stringContaining('return_url'),
    });
    const twice = await page.evaluate(() => {
      const first = window.actions.confirm({ redirect: 'if_required' });
      return Promise.all([first.then(({ type }) => type), window.actions.confirm().then(String, String)]);
    });
    expect(twice).toEqual(['success', expect.stringContaining('another confirm()')]);
    await close();

    const { customer_email: _, ...guest } = { customer_email: '' };
    const other = await shop.visit({ session: { ...guest, customer_email: undefined } as object });
    await other.typeCard(cards.good);
    expect(await confirm(other.page)).toMatchObject({ error: expect.stringContaining('An email is needed') });
    await other.page.evaluate(() => window.checkout.getPaymentElement()?.unmount());
    expect(await confirm(other.page, { redirect: 'if_required', email: 'ada@example.com' })).toMatchObject({
      error: expect.stringContaining('mounted Payment Element'),
    });
    await other.close();
  });

  it('while an update is pending', async () => {
    const { page, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    await untilConfirmable(page);
    const thrown = await page.evaluate(async () => {
      void window.actions.getSession().total.total.amount;
      const update = window.actions.runServerUpdate(() => Promise.resolve());
      const canConfirm = window.actions.getSession().canConfirm;
      const confirmed = await window.actions.confirm({ redirect: 'if_required' }).then(String, String);
      return [canConfirm, confirmed, (await update).type];
    });
    expect(thrown).toEqual([false, expect.stringContaining('while an update is pending'), 'success']);
    await close();
  });
});
