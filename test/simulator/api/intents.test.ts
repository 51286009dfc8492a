/** PaymentIntents that a server makes for itself, through the official SDK and from the page. */
import { describe, expect, it } from 'vitest';
import { browseIntent } from './intent-browser.js';
import { all, cardData, cards, openAccount, refusal } from './simulated-account.js';

const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

async function openIntent(more: object = {}) {
  const account = openAccount();
  const intent = await account.stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...automatic, ...more });
  return { ...account, intent, browser: browseIntent(account, intent) };
}

describe('a PaymentIntent', () => {
  it('waits for a payment method', async () => {
    const { intent } = await openIntent({ description: 'Credits', metadata: { team: 'engines' } });

    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'requires_payment_method',
      amount: 2000,
      amount_received: 0,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      description: 'Credits',
      metadata: { team: 'engines' },
      payment_method_types: ['card'],
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_\\w{20,}$`));
  });

  it('is paid from a server with a test card, which a customer may keep', async () => {
    const { stripe } = openAccount();
    const { id: customer } = await stripe.customers.create();
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      setup_future_usage: 'off_session',
      ...automatic,
    });

    const paid = await stripe.paymentIntents.confirm(intent.id, {
      payment_method: 'pm_card_visa',
      expand: ['latest_charge', 'payment_method'],
    });

    expect(paid).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
      latest_charge: { paid: true, customer },
      payment_method: { customer, allow_redisplay: 'limited' },
    });
    const types = (await all(stripe.events.list())).map(({ type }) => type);
    expect(types.slice(0, 4)).toEqual([
      'payment_method.attached',
      'payment_intent.succeeded',
      'charge.succeeded',
      'payment_intent.created',
    ]);
  });

  it('is made and paid at once, and leaves its decline to be read', async () => {
    const { stripe } = openAccount();
    const both = { amount: 2000, currency: 'usd', confirm: true, ...automatic };

    expect(await stripe.paymentIntents.create({ ...both, payment_method: 'pm_card_visa' })).toMatchObject({
      status: 'succeeded',
    });
    const declined = await refusal(
      stripe.paymentIntents.create({ ...both, payment_method: 'pm_card_visa_chargeDeclinedInsufficientFunds' }),
    );

    expect(declined).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'insufficient_funds' });
    expect(await all(stripe.paymentIntents.list())).toMatchObject([
      { status: 'requires_payment_method', last_payment_error: { decline_code: 'insufficient_funds' } },
      { status: 'succeeded' },
    ]);
  });

  it('can be changed until it is paid, and canceled', async () => {
    const { stripe, intent } = await openIntent();

    const changed = await stripe.paymentIntents.update(intent.id, { amount: 2500, metadata: { team: 'looms' } });
    expect(changed).toMatchObject({ amount: 2500, metadata: { team: 'looms' } });
    const canceled = await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });

    for (const late of [
      stripe.paymentIntents.cancel(intent.id),
      stripe.paymentIntents.update(intent.id, { amount: 1 }),
      stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' }),
    ]) {
      expect(await refusal(late)).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    }
  });

  it.each([
    ['payment_method_types', { payment_method_types: ['card'] }, { code: 'payment_method_types_no_longer_supported' }],
    ['an unknown parameter', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour' }],
    ['too little', { amount: 49 }, { code: 'amount_too_small', param: 'amount' }],
    ['another currency than there is', { currency: 'xyz' }, { param: 'currency' }],
    ['an unknown customer', { customer: 'cus_none' }, { code: 'resource_missing', param: 'customer' }],
    ['manual capture', { capture_method: 'manual' }, { param: 'capture_method' }],
    ['a return URL without a confirmation', { return_url: 'https://shop.example.com' }, { param: 'return_url' }],
  ])('is not made with %s', async (_, params, error) => {
    const { stripe } = openAccount();
    const request = stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...params });
    expect(await refusal(request)).toMatchObject({ statusCode: 400, ...error });
    expect(await all(stripe.paymentIntents.list())).toEqual([]);
  });

  it('that may redirect needs a return URL from a server', async () => {
    const { stripe } = openAccount();
    const { id } = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
    const confirm = { payment_method: 'pm_card_visa' };

    expect(await refusal(stripe.paymentIntents.confirm(id, confirm))).toMatchObject({ param: 'return_url' });
    const paid = await stripe.paymentIntents.confirm(id, { ...confirm, return_url: 'https://shop.example.com/done' });
    expect(paid.status).toBe('succeeded');
  });

  it('is not paid with another customer’s card', async () => {
    const { stripe, intent } = await openIntent();
    const { id: customer } = await stripe.customers.create();
    const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer });

    const request = stripe.paymentIntents.confirm(intent.id, { payment_method: method });
    expect(await refusal(request)).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });
});

describe('a charge without the customer', () => {
  it.each([
    ['pm_card_visa', 'succeeded'],
    ['pm_card_authenticationRequiredSetupForOffSession', 'succeeded'],
    ['pm_card_authenticationRequired', 'authentication_required'],
    ['pm_card_authenticationRequiredOnSetup', 'authentication_required'],
  ])('with %s ends as %s', async (method, outcome) => {
    const { stripe } = openAccount();
    const params = { amount: 2000, currency: 'usd', confirm: true, off_session: true, ...automatic };
    const request = stripe.paymentIntents.create({ ...params, payment_method: method });
    if (outcome === 'succeeded') expect((await request).status).toBe(outcome);
    else expect(await refusal(request)).toMatchObject({ statusCode: 402, code: outcome });
  });

  it('is let through by a bank that has agreed before', async () => {
    const { stripe, simulator, name } = openAccount();
    const { id: customer } = await stripe.customers.create();
    const setup = await stripe.setupIntents.create({ customer, ...automatic });
    const browser = browseIntent({ simulator, name }, setup);
    const asked = await browser.confirm({ payment_method: 'pm_card_authenticationRequiredOnSetup' });
    await browser.authenticate({ source: asked.source, outcome: 'complete' });
    const [method] = await all(stripe.customers.listPaymentMethods(customer));

    const paid = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: method?.id ?? '',
      confirm: true,
      off_session: true,
      ...automatic,
    });

    expect(paid.status).toBe('succeeded');
  });
});

describe('from the page', () => {
  it('is paid with the card that was typed, and shows nothing of customer, metadata or charge', async () => {
    const { stripe, intent, browser } = await openIntent({ metadata: { team: 'engines' } });

    const { status, intent: paid } = await browser.confirm({ payment_method_data: cardData(cards.visa) });

    expect(status).toBe(200);
    expect(paid).toMatchObject({ id: intent.id, status: 'succeeded', amount: 2000 });
    for (const hidden of ['customer', 'metadata', 'latest_charge']) expect(paid).not.toHaveProperty(hidden);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ amount_received: 2000 });
  });

  it.each([
    [cards.declined, { code: 'card_declined', decline_code: 'generic_decline' }],
    [cards.lost, { code: 'card_declined', decline_code: 'lost_card', advice_code: 'do_not_try_again' }],
    [cards.expired, { code: 'expired_card' }],
    [cards.incorrectCvc, { code: 'incorrect_cvc' }],
    [cards.blocked, { code: 'card_declined', decline_code: 'fraudulent' }],
  ])('card %s is declined, and another card pays the same intent', async (number, error) => {
    const { stripe, intent, browser } = await openIntent();

    const answer = await browser.confirm({ payment_method_data: cardData(number) });

    expect(answer.status).toBe(402);
    expect(answer.error).toMatchObject({
      type: 'card_error',
      ...error,
      payment_intent: { id: intent.id, status: 'requires_payment_method', last_payment_error: error },
    });
    expect((await browser.confirm({ payment_method_data: cardData(cards.visa) })).intent?.status).toBe('succeeded');
    expect(await all(stripe.charges.list())).toMatchObject([{ status: 'succeeded' }, { status: 'failed' }]);
  });

  it('waits for the customer’s bank', async () => {
    const { stripe, intent, browser } = await openIntent();

    const asked = await browser.confirm({ payment_method_data: cardData(cards.challenge) });
    expect(asked.intent).toMatchObject({ status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
    expect((await browser.authenticate({ source: 'payatt_other', outcome: 'complete' })).status).toBe(400);
    const failed = await browser.authenticate({ source: asked.source, outcome: 'fail' });
    expect(failed.error).toMatchObject({
      code: 'payment_intent_authentication_failure',
      payment_intent: { status: 'requires_payment_method' },
    });
    const again = await browser.confirm({ payment_method_data: cardData(cards.challenge) });
    const passed = await browser.authenticate({ source: again.source, outcome: 'complete' });
    expect(passed.intent?.status).toBe('succeeded');
    expect(await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] })).toMatchObject({
      latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
    });
  });

  it('declines after a challenge that was passed', async () => {
    const { browser } = await openIntent();
    const { source } = await browser.confirm({ payment_method_data: cardData(cards.challengeThenNoFunds) });
    const { status, error } = await browser.authenticate({ source, outcome: 'complete' });
    expect(status).toBe(402);
    expect(error).toMatchObject({ decline_code: 'insufficient_funds' });
  });

  it('asks for the secret, and for that of this account', async () => {
    const { simulator, intent, browser } = await openIntent();
    const someoneElse = browseIntent({ simulator, name: 'someone_else' }, intent);
    const wrong = browseIntent({ simulator, name: 'acme' }, { ...intent, client_secret: `${intent.id}_secret_x` });

    expect((await browser.retrieve()).intent?.id).toBe(intent.id);
    for (const other of [someoneElse, wrong]) {
      expect((await other.retrieve()).error).toMatchObject({
        code: 'resource_missing',
        message: 'The client_secret provided does not match any associated PaymentIntent on this account.',
      });
      expect((await other.confirm({ payment_method_data: cardData(cards.visa) })).status).toBe(400);
    }
  });

  it('may keep a card for more than the server asked, never for less', async () => {
    const card = { payment_method_data: cardData(cards.visa) };
    const plain = await openIntent();
    const raised = await plain.browser.confirm({ ...card, setup_future_usage: 'off_session' });
    expect(raised.intent).toMatchObject({ setup_future_usage: 'off_session' });

    const kept = await openIntent({ setup_future_usage: 'off_session' });
    const lowered = await kept.browser.confirm({ ...card, setup_future_usage: 'on_session' });
    expect(lowered.error).toMatchObject({ param: 'setup_future_usage' });
  });

  it.each([
    [{ currency: 'eur' }, 'The provided currency (eur) does not match the expected currency (usd).'],
    [{ amount: 1999 }, 'The provided amount (1999) does not match the expected amount (2000).'],
    [{ mode: 'setup' }, 'The provided mode (setup) does not match the expected mode (payment).'],
    [{ setup_future_usage: 'off_session' }, 'The provided setup_future_usage (off_session) does not match'],
    [{ capture_method: 'manual' }, 'The provided capture_method (manual) does not match'],
  ] as const)('is refused when fields were made for %o', async (other, words) => {
    const { stripe, intent, browser } = await openIntent();
    const context = { mode: 'payment', amount: 2000, currency: 'usd', ...other } as const;

    const { status, error } = await browser.confirm({
      payment_method_data: cardData(cards.visa),
      client_context: context,
    });

    expect(status).toBe(400);
    expect(error).toMatchObject({ type: 'invalid_request_error' });
    expect(error?.message).toContain(words);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'requires_payment_method' });
  });
});

it('tells fields what they are for, unless the intent has ended', async () => {
  const { stripe, intent, browser } = await openIntent();

  expect(await browser.open()).toMatchObject({ intent: { id: intent.id }, mode: 'payment' });
  await stripe.paymentIntents.cancel(intent.id);

  expect(await browser.open()).toMatchObject({
    error: { message: expect.stringContaining('This PaymentIntent is in a terminal state') as string },
  });
});
