/** Confirmation tokens: made by a page, used once by its server. */
import { stringify } from 'qs-esm';
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { confirmationTokenPath } from '../../../src/simulator/wire/intents.js';
import { cardData, cards, openAccount, origin, refusal, type SimulatedAccount } from './simulated-account.js';

const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;
const payment = { amount: 2000, currency: 'usd', confirm: true, ...automatic } as const;

/** As Stripe.js makes one. */
async function makeToken(
  { simulator, name }: SimulatedAccount,
  number: string = cards.visa,
  more: object = {},
): Promise<Stripe.ConfirmationToken> {
  const body = stringify({ key: `pk_test_${name}`, payment_method_data: cardData(number), ...more });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await simulator.fetch(
    new Request(`${origin}${confirmationTokenPath}`, { method: 'POST', headers, body }),
  );
  expect(response.status).toBe(200);
  return (await response.json()) as Stripe.ConfirmationToken;
}

it('shows the server what was typed, without the number, and is nobody’s payment method yet', async () => {
  const account = openAccount();
  const { id } = await makeToken(account, cards.visa, { return_url: 'https://shop.test/done' });

  const token = await account.stripe.confirmationTokens.retrieve(id);

  expect(id).toMatch(/^ctoken_/);
  expect(token).toMatchObject({
    object: 'confirmation_token',
    payment_intent: null,
    payment_method_preview: { type: 'card', card: { brand: 'visa', last4: '4242' } },
    return_url: 'https://shop.test/done',
  });
  expect((token.expires_at ?? 0) - token.created).toBe(12 * 3600);
  expect(JSON.stringify(token)).not.toContain('4242424242');
});

it('pays once', async () => {
  const account = openAccount();
  const { id } = await makeToken(account);

  const paid = await account.stripe.paymentIntents.create({ ...payment, confirmation_token: id });
  const again = await refusal(account.stripe.paymentIntents.create({ ...payment, confirmation_token: id }));

  expect(paid.status).toBe('succeeded');
  expect(await account.stripe.confirmationTokens.retrieve(id)).toMatchObject({
    payment_intent: paid.id,
    expires_at: null,
  });
  expect(again).toMatchObject({ statusCode: 400, param: 'confirmation_token' });
  expect(again.message).toContain('already been used');
});

it('keeps what it pays with, where the page asked for that', async () => {
  const account = openAccount();
  const { id: customer } = await account.stripe.customers.create();
  const { id } = await makeToken(account, cards.visa, { setup_future_usage: 'off_session' });

  await account.stripe.paymentIntents.create({ ...payment, customer, confirmation_token: id });

  expect((await account.stripe.customers.listPaymentMethods(customer)).data).toMatchObject([{ type: 'card' }]);
});

it('keeps a card for a SetupIntent, and confirms an intent that is there', async () => {
  const account = openAccount();
  const { id: customer } = await account.stripe.customers.create();
  const [first, second] = [await makeToken(account), await makeToken(account)];

  const kept = await account.stripe.setupIntents.create({
    customer,
    confirm: true,
    confirmation_token: first.id,
    ...automatic,
  });
  const intent = await account.stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...automatic });
  const paid = await account.stripe.paymentIntents.confirm(intent.id, { confirmation_token: second.id });

  expect(kept.status).toBe('succeeded');
  expect((await account.stripe.confirmationTokens.retrieve(first.id)).setup_intent).toBe(kept.id);
  expect(paid.status).toBe('succeeded');
});

it('leaves a challenge to the page', async () => {
  const account = openAccount();
  const { id } = await makeToken(account, cards.challenge);

  const intent = await account.stripe.paymentIntents.create({ ...payment, confirmation_token: id });

  expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
});

it('is refused when it has expired, is unknown, or something else would pay as well', async () => {
  let now = Date.UTC(2026, 0, 1);
  const account = openAccount({ now: () => now });
  const { id } = await makeToken(account);
  const ask = (more: object) => refusal(account.stripe.paymentIntents.create({ ...payment, ...more }));

  expect(await ask({ confirmation_token: id, payment_method: 'pm_card_visa' })).toMatchObject({ statusCode: 400 });
  expect(await ask({ confirmation_token: 'ctoken_none' })).toMatchObject({ code: 'resource_missing' });
  expect(await ask({ confirmation_token: id, confirm: false })).toMatchObject({ param: 'confirmation_token' });
  now += 12 * 3_600_000;
  expect((await ask({ confirmation_token: id })).message).toContain('has expired');
});

it('is not made with a secret key', async () => {
  const { simulator } = openAccount();
  const response = await simulator.fetch(
    new Request(`${origin}${confirmationTokenPath}`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_acme', 'content-type': 'application/x-www-form-urlencoded' },
      body: stringify({ payment_method_data: cardData(cards.visa) }),
    }),
  );
  expect(response.status).toBeGreaterThanOrEqual(400);
});
