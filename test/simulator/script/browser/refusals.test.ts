import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cards, confirm, openShop, untilConfirmable } from './shop.js';
import type { Shop } from './shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

describe('what Stripe.js refuses', () => {
  let page: Page;
  beforeAll(async () => {
    page = await shop.openPage();
  });
  afterAll(() => page.close());

  /** Runs beside a checkout that never loads; gives what was thrown. */
  const refusal = (source: string): Promise<string> =>
    page.evaluate(`(async () => {
      const key = '${shop.key}';
      const checkout = Stripe(key).initCheckoutElementsSdk({ clientSecret: new Promise(() => {}) });
      const node = document.createElement('div');
      try {
        await (() => { ${source} })();
        return 'nothing was refused';
      } catch (error) {
        return String(error);
      } finally {
        document.querySelector('#payment').replaceChildren();
      }
    })()`);
  const lightDom = 'IntegrationError: Elements cannot be mounted in a ShadowRoot. Please mount in the Light DOM.';
  const shadow = `document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).append(node);`;
  const element = 'const element = checkout.createPaymentElement();';

  it.each<[string, string, string]>([
    ['a secret key', `Stripe('sk_test_x')`, 'You should not use your secret key with Stripe.js.'],
    ['a live key', `Stripe('pk_live_x')`, 'never a live key'],
    ['initCheckout', `Stripe(key).initCheckout()`, 'Use stripe.initCheckoutElementsSdk() instead'],
    ['createToken', `Stripe(key).createToken()`, 'is not simulated'],
    ['an intent’s secret', `Stripe(key).initCheckoutElementsSdk({ clientSecret: 'pi_1_secret_2' })`, 'intent'],
    ['a detached node', `${element} element.mount(node)`, lightDom],
    ['a node in a shadow root', `${shadow} ${element} element.mount(node)`, lightDom],
    [
      'a selector without a node',
      `${element} element.mount('#x')`,
      'The selector you specified (#x) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().',
    ],
    [
      'no node',
      `${element} element.mount(null)`,
      'Invalid DOM element. Make sure to call mount() with a valid DOM element or selector.',
    ],
    [
      'mounting twice',
      `${element} element.mount('#payment'); element.mount('#payment')`,
      'This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.',
    ],
    [
      'a destroyed element',
      `${element} element.destroy(); element.mount('#payment')`,
      'This Element has already been destroyed. Please create a new one.',
    ],
    [
      'a second element of a kind',
      `${element} checkout.createPaymentElement()`,
      'Can only create one Element of type payment',
    ],
    [
      'options the address element has not',
      `checkout.createBillingAddressElement({ allowedCountries: ['US'] })`,
      'allowedCountries',
    ],
    [
      'options that can’t be updated',
      `${element} element.update({ layout: { type: 'tabs', defaultCollapsed: true } })`,
      'defaultCollapsed',
    ],
    ['elements in preview', `checkout.createTaxIdElement()`, 'is not a function'],
  ])('%s', async (_, source, words) => {
    expect(await refusal(source)).toContain(words);
  });

  it.each([
    ['unknown', () => 'cs_test_unknown_secret_x', 'No such payment_page'],
    ['of an intent', () => 'pi_1_secret_2', 'intent'],
  ])('loadActions with a secret %s', async (_, secret, words) => {
    const result = await page.evaluate(
      ([key, clientSecret]) =>
        window
          .Stripe?.(key)
          .initCheckoutElementsSdk({ clientSecret: Promise.resolve(clientSecret) })
          .loadActions(),
      [shop.key, secret()] as const,
    );
    expect(result).toEqual({ type: 'error', error: { message: expect.stringContaining(words), code: null } });
  });

  it('loadActions with the secret of an expired session, of another account', async () => {
    const session = await shop.createSession();
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

  it('arguments that the session does not allow, or nobody knows', async () => {
    const { page, typeCard, close } = await shop.visit();
    await typeCard(cards.good);
    const refused = async (args: object): Promise<string> => {
      const result = await confirm(page, args);
      return result.type === 'thrown' ? result.error : result.type;
    };
    const redirect = 'if_required';
    expect(await refused({ savePaymentMethod: true, redirect })).toContain('payment_method_save');
    expect(await refused({})).toContain('returnUrl');
    expect(await refused({ email: 'eve@example.com', redirect })).toContain('email');
    expect(await refused({ elements: 1 })).toContain('elements');
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

    const other = await shop.visit({ session: { customer_email: undefined } as object });
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
