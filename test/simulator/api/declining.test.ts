/** Cards that say no, as published. */
import { describe, expect, it } from 'vitest';
import {
  all,
  cardData,
  cards,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  type SimulatedAccount,
} from './simulated-account.js';

const email = 'ada@example.com';

async function payWith({ stripe, browse }: SimulatedAccount, number: string, more?: Parameters<typeof cardData>[1]) {
  const session = await openPaymentSession(stripe);
  const answer = await browse(session).confirm({
    expected_amount: 2000,
    email,
    payment_method_data: cardData(number, more),
  });
  return { session: await stripe.checkout.sessions.retrieve(session.id), ...answer };
}

describe('a declined card', () => {
  it.each([
    [cards.declined, { code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' }],
    [
      cards.insufficientFunds,
      { code: 'card_declined', decline_code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
    ],
    [cards.lost, { code: 'card_declined', decline_code: 'lost_card', advice_code: 'do_not_try_again' }],
    [cards.expired, { code: 'expired_card', message: 'Your card has expired.' }],
    [cards.incorrectCvc, { code: 'incorrect_cvc', message: "Your card's security code is incorrect." }],
    [cards.processingError, { code: 'processing_error' }],
    [cards.attachesButFails, { code: 'card_declined' }],
    [cards.blocked, { code: 'card_declined', decline_code: 'fraudulent' }],
  ])('%s is refused with 402', async (number, error) => {
    const answer = await payWith(openAccount(), number);

    expect(answer.status).toBe(402);
    expect(answer.error).toMatchObject({ type: 'card_error', ...error });
    expect(answer.session).toMatchObject({ status: 'open', payment_status: 'unpaid' });
  });

  it('leaves the intent ready for another card, with the refusal on it', async () => {
    const account = openAccount();
    const { session, error } = await payWith(account, cards.insufficientFunds);

    const intent = await account.stripe.paymentIntents.retrieve(String(session.payment_intent), {
      expand: ['latest_charge'],
    });

    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds', charge: error?.charge },
      latest_charge: { status: 'failed', paid: false, outcome: { type: 'issuer_declined' } },
    });
  });

  it('shows the browser nothing of customer, metadata or charge of the intent', async () => {
    const { error } = await payWith(openAccount(), cards.declined);

    expect(error?.payment_intent).toMatchObject({ object: 'payment_intent', status: 'requires_payment_method' });
    expect(error?.payment_intent).not.toHaveProperty('metadata');
    expect(error?.payment_intent).not.toHaveProperty('customer');
    expect(error?.payment_intent).not.toHaveProperty('latest_charge');
  });

  it('can be followed by one that pays', async () => {
    const { stripe, browse } = openAccount();
    const session = await openPaymentSession(stripe);
    const browser = browse(session);
    await browser.confirm({ expected_amount: 2000, email, payment_method_data: cardData(cards.declined) });
    const again = await browser.init();
    expect(again.page?.session.lastPaymentError).toEqual({ message: 'Your card was declined.' });

    const { page } = await browser.confirm({ expected_amount: 2000, payment_method_data: cardData(cards.visa) });

    expect(page?.session.status).toEqual({ type: 'complete', paymentStatus: 'paid' });
    expect(page?.session.lastPaymentError).toBeNull();
    const intents = await all(stripe.paymentIntents.list());
    expect(intents).toMatchObject([{ status: 'succeeded', last_payment_error: null, amount_received: 2000 }]);
    expect(await all(stripe.charges.list())).toMatchObject([{ status: 'succeeded' }, { status: 'failed' }]);
  });
});

it('is asked again by Stripe itself where a test says so: two charges of one payment, and nobody is refused', async () => {
  const account = openAccount();
  account.simulator.cards.retryNext(account.name);

  const answer = await payWith(account, cards.visa);

  expect(answer).toMatchObject({ status: 200, session: { status: 'complete', payment_status: 'paid' } });
  const charges = await all(account.stripe.charges.list({ payment_intent: String(answer.session.payment_intent) }));
  expect(charges).toMatchObject([{ status: 'succeeded' }, { status: 'failed', failure_code: 'card_declined' }]);
  const types = (await all(account.stripe.events.list())).map(({ type }) => type);
  expect(types.filter((type) => type === 'charge.failed')).toHaveLength(1);
  expect(types).not.toContain('payment_intent.payment_failed');
  await payWith(account, cards.visa);
  expect(await all(account.stripe.charges.list())).toHaveLength(3);
});

it('leaves nothing but a failed intent and charge in subscription mode', async () => {
  const { stripe, browse } = openAccount();
  const session = await openSubscriptionSession(stripe, { subscription_data: { metadata: { team: 'engines' } } });

  await browse(session).confirm({ expected_amount: 1000, email, payment_method_data: cardData(cards.declined) });

  expect(await all(stripe.customers.list())).toEqual([]);
  expect(await all(stripe.subscriptions.list({ status: 'all' }))).toEqual([]);
  expect(await all(stripe.invoices.list())).toEqual([]);
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'open', payment_intent: null });
  expect(await all(stripe.paymentIntents.list())).toMatchObject([{ status: 'requires_payment_method', metadata: {} }]);
  const types = (await all(stripe.events.list())).map(({ type }) => type);
  expect(types.filter((type) => !/^(price|product)\./.test(type))).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'payment_intent.created',
  ]);
});

describe('bad card data', () => {
  it.each([
    ['a number that fails its check digit', cards.wrongNumber, {}, 'incorrect_number'],
    ['a month there is not', cards.visa, { exp_month: 13 }, 'invalid_expiry_month'],
    ['a year that has passed', cards.visa, { exp_year: 95 }, 'invalid_expiry_year'],
    ['a code that is too short', cards.visa, { cvc: '99' }, 'invalid_cvc'],
    ['a card that is none of the test cards', '4012888888881881', {}, 'card_declined'],
  ])('%s is refused before any bank is asked', async (_, number, more, code) => {
    const account = openAccount();
    const { status, error } = await payWith(account, number, more);

    expect(status).toBe(402);
    expect(error).toMatchObject({ type: 'card_error', code });
    expect(await all(account.stripe.charges.list())).toEqual([]);
  });
});

it('checks the security code only where one was given', async () => {
  const { status } = await payWith(openAccount(), cards.incorrectCvc, { cvc: '' });

  expect(status).toBe(200);
});

it('refuses to attach a declining card to a customer, and attaches the one that fails later', async () => {
  const { stripe } = openAccount();
  const { id: customer } = await stripe.customers.create();

  await expect(stripe.paymentMethods.attach('pm_card_visa_chargeDeclined', { customer })).rejects.toMatchObject({
    statusCode: 402,
    code: 'card_declined',
  });
  const kept = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  expect(kept).toMatchObject({ customer, card: { last4: '0341' } });
});
