/** Elements for intents, in a browser: made for one that is there, or before there is one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { clickAway } from '../../../flows/support/point-and-click.js';
import { cards, openShop } from './shop.js';
import type { Shop } from './shop.js';

declare global {
  interface Window {
    stripe: NonNullable<ReturnType<NonNullable<typeof window.Stripe>>>;
    elements: ReturnType<typeof window.stripe.elements>;
  }
}

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);
afterAll(() => shop.close());

const automatic = { automatic_payment_methods: { enabled: true } } as const;
const payment = (more: object = {}) =>
  shop.stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...automatic, ...more });

/** A page with a payment field for these options. */
async function visit(options: object, { address = false } = {}) {
  const page = await shop.openPage();
  await page.evaluate(
    async ([key, group, beside]) => {
      const make = window.Stripe;
      if (!make) throw new Error('Stripe.js is not there.');
      window.stripe = make(key);
      window.elements = window.stripe.elements(group);
      const ready = [new Promise((done) => window.elements.create('payment').on('ready', done))];
      if (beside) {
        const field = window.elements.create('address', { mode: 'billing' });
        ready.push(new Promise((done) => field.on('ready', done)));
      }
      window.elements.getElement('payment')?.mount('#payment');
      if (beside) window.elements.getElement('address', { mode: 'billing' })?.mount('#address');
      await Promise.all(ready);
    },
    [shop.key, options, address] as const,
  );
  const frame = page.frameLocator('#payment iframe');
  const typeCard = async (number: string): Promise<void> => {
    await frame.getByLabel('Card number').fill(number);
    await frame.getByLabel('Expiration date').fill('1234');
    await frame.getByLabel('Security code').fill('123');
    const zip = frame.getByLabel('ZIP code');
    if (await zip.isVisible()) await zip.fill('94107');
  };
  return { page, typeCard };
}

/** Confirms in the page. What is thrown becomes text. */
const confirm = (page: Page, options: object = {}, method: 'confirmPayment' | 'confirmSetup' = 'confirmPayment') =>
  page.evaluate(
    async ([name, more]) => {
      const { elements, stripe } = window;
      const given = { elements, redirect: 'if_required' as const, ...more };
      const done: Promise<object> = name === 'confirmSetup' ? stripe.confirmSetup(given) : stripe.confirmPayment(given);
      return done.catch((error: unknown) => String(error));
    },
    [method, options] as const,
  );

const bankOf = (page: Page) => page.frameLocator('[role=dialog] iframe').frameLocator('#challengeFrame');

describe('fields for a PaymentIntent', () => {
  it('pay, with the billing address of its element; the intent can be read afterwards', async () => {
    const { id, client_secret: clientSecret } = await payment();
    const { page, typeCard } = await visit({ clientSecret }, { address: true });
    const address = page.frameLocator('#address iframe');
    await address.getByLabel('Full name').fill('Ada Lovelace');
    await address.getByLabel('Address line 1').fill('12 Main St');
    await address.getByLabel('City').fill('Springfield');
    await address.getByLabel('State').selectOption('IL');
    await address.getByLabel('ZIP code').fill('62704');
    await typeCard(cards.good);

    const billing = { billing_details: { email: 'ada@example.com' } };
    const result = await confirm(page, { confirmParams: { payment_method_data: billing } });

    expect(result).toMatchObject({ paymentIntent: { id, status: 'succeeded', amount: 2000 } });
    const read = await page.evaluate((secret) => window.stripe.retrievePaymentIntent(secret), clientSecret ?? '');
    expect(read).toMatchObject({ paymentIntent: { id, status: 'succeeded' } });
    const paid = await shop.stripe.paymentIntents.retrieve(id, { expand: ['payment_method'] });
    expect(paid.payment_method).toMatchObject({
      billing_details: {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        address: { line1: '12 Main St', state: 'IL' },
      },
    });
    expect(await confirm(page)).toMatchObject({ error: { code: 'payment_intent_unexpected_state' } });
    await page.close();
  });

  it('say what is missing, keep what was typed after a decline, and ask the bank', async () => {
    const { id, client_secret: clientSecret } = await payment();
    const { page, typeCard } = await visit({ clientSecret });
    expect(await confirm(page)).toMatchObject({ error: { type: 'validation_error', code: 'incomplete_number' } });

    await typeCard(cards.declined);
    expect(await confirm(page)).toMatchObject({
      error: {
        type: 'card_error',
        code: 'card_declined',
        decline_code: 'generic_decline',
        advice_code: 'try_again_later',
        message: 'Your card was declined.',
        payment_intent: { id, status: 'requires_payment_method' },
      },
    });

    await typeCard(cards.challenged);
    const refused = confirm(page);
    await clickAway(bankOf(page).getByRole('button', { name: 'Fail' }));
    expect(await refused).toMatchObject({ error: { code: 'payment_intent_authentication_failure' } });
    const agreed = confirm(page);
    await clickAway(bankOf(page).getByRole('button', { name: 'Complete' }));
    expect(await agreed).toMatchObject({ paymentIntent: { id, status: 'succeeded' } });
    await page.close();
  });

  it('go to the return URL, where the intent is named', async () => {
    const { id, client_secret: clientSecret } = await payment();
    const { page, typeCard } = await visit({ clientSecret });
    await typeCard(cards.good);
    const url = `${shop.home}/?order=7`;
    const unanswered = confirm(page, { redirect: 'always', confirmParams: { return_url: url } }).catch(() => null);
    await page.waitForURL(
      ({ searchParams }) =>
        searchParams.get('order') === '7' &&
        searchParams.get('payment_intent') === id &&
        searchParams.get('payment_intent_client_secret') === clientSecret &&
        searchParams.get('redirect_status') === 'succeeded',
    );
    await unanswered;
    await page.close();
  });

  it.each([
    ['of another account', () => payment().then(({ client_secret: secret }) => secret), 'pk_test_someone_else'],
    ['of an intent that has ended', () => canceled(), null],
  ])('are not shown for a secret %s', async (_, secret, key) => {
    const clientSecret = (await secret()) ?? '';
    const page = await shop.openPage();
    const error = await page.evaluate(
      ([given, group]) => {
        const element = window.Stripe?.(given).elements(group).create('payment');
        return new Promise((resolve) => {
          element?.on('loaderror', (event) => {
            resolve(event.error);
          });
          element?.mount('#payment');
        });
      },
      [key ?? shop.key, { clientSecret }] as const,
    );
    expect(error).toMatchObject({ type: 'invalid_request_error' });
    await page.close();
  });
});

async function canceled(): Promise<string | null> {
  const { id } = await payment();
  return (await shop.stripe.paymentIntents.cancel(id)).client_secret;
}

describe('fields for an intent that is still to come', () => {
  const deferred = { mode: 'payment', amount: 2000, currency: 'usd' };

  it('pay the intent that was made after submit()', async () => {
    const { page, typeCard } = await visit(deferred);
    const empty = await page.evaluate(() => window.elements.submit());
    expect(empty).toMatchObject({ error: { type: 'validation_error', message: 'Your card number is incomplete.' } });
    await typeCard(cards.good);
    const { id, client_secret: clientSecret } = await payment();
    expect(await confirm(page, { clientSecret })).toContain(
      'elements.submit() must be called before stripe.confirmPayment().',
    );
    expect(await page.evaluate(() => window.elements.submit())).toEqual({ selectedPaymentMethod: 'card' });
    expect(await confirm(page, { clientSecret })).toMatchObject({ paymentIntent: { id, status: 'succeeded' } });
    await page.close();
  });

  it('do not pay another intent than they were made for, until they are told', async () => {
    const { page, typeCard } = await visit({ ...deferred, currency: 'eur' });
    await typeCard(cards.good);
    await page.evaluate(() => window.elements.submit());
    const { client_secret: clientSecret } = await payment();
    expect(await confirm(page, { clientSecret })).toMatchObject({
      error: {
        type: 'invalid_request_error',
        message: 'The provided currency (eur) does not match the expected currency (usd).',
      },
    });
    const told = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          window.elements.on('update-end', resolve);
          void window.elements.update({ currency: 'usd' });
        }),
    );
    await told;
    await page.evaluate(() => window.elements.submit());
    expect(await confirm(page, { clientSecret })).toMatchObject({ paymentIntent: { status: 'succeeded' } });
    await page.close();
  });

  it('keep a card for a SetupIntent', async () => {
    const { page, typeCard } = await visit({ mode: 'setup' });
    expect(await page.frameLocator('#payment iframe').getByText('By providing your card').count()).toBe(1);
    await typeCard(cards.challenged);
    await page.evaluate(() => window.elements.submit());
    const { id: customer } = await shop.stripe.customers.create();
    const { id, client_secret: clientSecret } = await shop.stripe.setupIntents.create({ customer, ...automatic });
    const kept = confirm(page, { clientSecret }, 'confirmSetup');
    await clickAway(bankOf(page).getByRole('button', { name: 'Complete' }));
    expect(await kept).toMatchObject({ setupIntent: { id, status: 'succeeded', usage: 'off_session' } });
    const methods = await shop.stripe.customers.listPaymentMethods(customer);
    expect(methods.data).toMatchObject([{ card: { last4: '3184' } }]);
    await page.close();
  });
});

describe('Stripe.js refuses', () => {
  let page: Page;
  beforeAll(async () => {
    page = await shop.openPage();
  });
  afterAll(() => page.close());

  const deferred = `{ mode: 'payment', amount: 2000, currency: 'usd' }`;
  const withField = `const elements = stripe.elements(${deferred}); elements.create('payment').mount('#payment');`;
  const secret = `clientSecret: 'pi_1_secret_2', redirect: 'if_required'`;

  it.each([
    ['paymentMethodTypes', `stripe.elements({ ...${deferred}, paymentMethodTypes: ['card'] })`, 'no longer supported'],
    ['an unknown option', `stripe.elements({ colour: 'red' })`, 'colour'],
    ['a session’s secret', `stripe.elements({ clientSecret: 'cs_test_1_secret_2' })`, 'initCheckoutElementsSdk'],
    ['a payment without an amount', `stripe.elements({ mode: 'payment', currency: 'usd' })`, 'amount is required'],
    ['a secret and a mode', `stripe.elements({ ...${deferred}, clientSecret: 'pi_1_secret_2' })`, 'not both'],
    [
      'a payment field for nothing',
      `stripe.elements().create('payment')`,
      'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements group.',
    ],
    [
      'a second payment field',
      `const elements = stripe.elements(${deferred}); elements.create('payment'); elements.create('payment')`,
      'Can only create one Element of type payment',
    ],
    [
      'a payment without a field',
      `return stripe.confirmPayment({ elements: stripe.elements(${deferred}), ${secret} })`,
      'elements should have a mounted Payment Element or Express Checkout Element.',
    ],
    [
      'no return URL',
      `${withField} return stripe.confirmPayment({ elements, clientSecret: 'pi_1_secret_2' })`,
      'return_url is required',
    ],
    [
      'a PaymentIntent for a setup',
      `${withField} return stripe.confirmSetup({ elements, ${secret} })`,
      'clientSecret should be a client secret',
    ],
    [
      'another client secret',
      `return stripe.elements(${deferred}).update({ clientSecret: 'pi_1_secret_2' })`,
      'clientSecret',
    ],
    ['what is no secret', `return stripe.retrievePaymentIntent('pi_1')`, 'clientSecret should be a client secret'],
  ])('%s', async (_, source, words) => {
    const thrown = await page.evaluate(`(async () => {
      const stripe = Stripe('${shop.key}');
      try {
        await (() => { ${source} })();
        return 'nothing was refused';
      } catch (error) {
        return String(error);
      } finally {
        document.querySelector('#payment').replaceChildren();
      }
    })()`);
    expect(thrown).toMatch(/^IntegrationError: /);
    expect(thrown).toContain(words);
  });

  it('two confirmations at once', async () => {
    const { client_secret: clientSecret } = await payment();
    const other = await visit({ clientSecret });
    await other.typeCard(cards.good);
    const both = await Promise.all([confirm(other.page), confirm(other.page)]);
    expect(both.filter((result) => typeof result === 'string')).toEqual([
      expect.stringContaining('another confirmation'),
    ]);
    expect(both.some((result) => typeof result === 'object' && 'paymentIntent' in result)).toBe(true);
    await other.page.close();
  });
});

describe('a confirmation token', () => {
  /** Makes one in the page; what is thrown becomes text. */
  const tokenize = (page: Page, params: object = {}) =>
    page.evaluate(
      (given) =>
        window.stripe
          .createConfirmationToken({ elements: window.elements, params: given })
          .catch((error: unknown) => String(error)),
      params,
    );
  const deferred = { mode: 'payment', amount: 2000, currency: 'usd' } as const;
  const paid = {
    amount: 2000,
    currency: 'usd',
    confirm: true,
    return_url: 'https://shop.test/',
    ...automatic,
  } as const;

  it('is made of what was typed, and pays at the server', async () => {
    const { page, typeCard } = await visit(deferred);
    await typeCard(cards.good);
    expect(await tokenize(page)).toContain('elements.submit() must be called before');
    await page.evaluate(() => window.elements.submit());

    const made = await tokenize(page, { payment_method_data: { billing_details: { name: 'Ada Lovelace' } } });

    expect(made).toMatchObject({
      confirmationToken: {
        object: 'confirmation_token',
        payment_method_preview: { type: 'card', billing_details: { name: 'Ada Lovelace' }, card: { last4: '4242' } },
      },
    });
    const { id } = (made as { confirmationToken: { id: string } }).confirmationToken;
    expect((await shop.stripe.paymentIntents.create({ ...paid, confirmation_token: id })).status).toBe('succeeded');
  }, 60_000);

  it('leads to a challenge that the page goes on with', async () => {
    const { page, typeCard } = await visit(deferred);
    await typeCard(cards.challenged);
    await page.evaluate(() => window.elements.submit());
    const made = (await tokenize(page)) as { confirmationToken: { id: string } };
    const intent = await shop.stripe.paymentIntents.create({ ...paid, confirmation_token: made.confirmationToken.id });
    expect(intent.status).toBe('requires_action');

    const done = page.evaluate(
      (clientSecret) => window.stripe.handleNextAction({ clientSecret }),
      intent.client_secret ?? '',
    );
    await clickAway(bankOf(page).getByRole('button', { name: 'Complete' }));

    expect(await done).toMatchObject({ paymentIntent: { id: intent.id, status: 'succeeded' } });
  }, 60_000);
});
