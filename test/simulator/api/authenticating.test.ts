/** The customer's bank asks before it pays. */
import { describe, expect, it } from 'vitest';
import { all, cardData, cards, openAccount, openPaymentSession, openSubscriptionSession } from './simulated-account.js';

const email = 'ada@example.com';

async function challenged(number: string = cards.challenge) {
  const account = openAccount();
  const session = await openPaymentSession(account.stripe);
  const browser = account.browse(session);
  const { page } = await browser.confirm({ expected_amount: 2000, email, payment_method_data: cardData(number) });
  const source = page?.next_action?.source ?? '';
  expect(page?.next_action).toEqual({ type: 'use_stripe_sdk', source: expect.stringMatching(/^payatt_/) as string });
  const intent = async () => {
    const { payment_intent: id } = await account.stripe.checkout.sessions.retrieve(session.id);
    return account.stripe.paymentIntents.retrieve(String(id), { expand: ['latest_charge'] });
  };
  return { ...account, session, browser, source, intent };
}

it('waits for the answer and takes nothing before', async () => {
  const { intent, stripe, session } = await challenged();

  expect(await intent()).toMatchObject({
    status: 'requires_action',
    next_action: { type: 'use_stripe_sdk' },
    latest_charge: null,
  });
  expect(await stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
  });
});

it('pays when the customer passes', async () => {
  const { browser, source, intent } = await challenged();

  const { page } = await browser.authenticate({ source, outcome: 'complete' });

  expect(page?.session.status).toEqual({ type: 'complete', paymentStatus: 'paid' });
  expect(await intent()).toMatchObject({
    status: 'succeeded',
    next_action: null,
    latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
  });
});

it.each(['fail', 'canceled'] as const)('is ready for another card when the challenge ends with %s', async (outcome) => {
  const { browser, source, intent } = await challenged();

  const { status, error } = await browser.authenticate({ source, outcome });

  expect(status).toBe(400);
  expect(error).toMatchObject({
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  });
  expect(await intent()).toMatchObject({
    status: 'requires_payment_method',
    next_action: null,
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  });
  const paid = await browser.confirm({ expected_amount: 2000, payment_method_data: cardData(cards.visa) });
  expect(paid.page?.session.status.type).toBe('complete');
});

it.each([
  [cards.challengeThenNoFunds, 'insufficient_funds'],
  [cards.challengeThenDeclined, 'generic_decline'],
])('%s is declined after the customer has passed', async (number, declineCode) => {
  const { browser, source, intent } = await challenged(number);

  const { status, error } = await browser.authenticate({ source, outcome: 'complete' });

  expect(status).toBe(402);
  expect(error).toMatchObject({ code: 'card_declined', decline_code: declineCode });
  expect((await intent()).status).toBe('requires_payment_method');
});

it('takes one answer to a challenge, and none to another', async () => {
  const { browser, source } = await challenged();
  expect((await browser.authenticate({ source: 'payatt_other', outcome: 'complete' })).status).toBe(400);
  await browser.authenticate({ source, outcome: 'fail' });

  const { error } = await browser.authenticate({ source, outcome: 'complete' });

  expect(error?.param).toBe('source');
});

it('starts a new challenge when the customer confirms again, and the old one is void', async () => {
  const { browser, source } = await challenged();

  const { page } = await browser.confirm({ expected_amount: 2000, payment_method_data: cardData(cards.challenge) });

  expect(page?.next_action?.source).not.toBe(source);
  expect((await browser.authenticate({ source, outcome: 'complete' })).status).toBe(400);
});

describe('on a trial', () => {
  it('authenticates the card although nothing is due', async () => {
    const { stripe, browse } = openAccount();
    const session = await openSubscriptionSession(stripe, { subscription_data: { trial_period_days: 14 } });
    const browser = browse(session);
    const asked = await browser.confirm({ expected_amount: 0, email, payment_method_data: cardData(cards.challenge) });
    const source = asked.page?.next_action?.source ?? '';
    expect((await browser.authenticate({ source, outcome: 'fail' })).error?.code).toBe(
      'setup_intent_authentication_failure',
    );

    const again = await browser.confirm({ expected_amount: 0, payment_method_data: cardData(cards.challenge) });
    const { page } = await browser.authenticate({ source: again.page?.next_action?.source ?? '', outcome: 'complete' });

    expect(page?.session.status).toEqual({ type: 'complete', paymentStatus: 'no_payment_required' });
    expect(await all(stripe.paymentIntents.list())).toEqual([]);
  });
});
