/** SetupIntents: cards kept for later. */
import { describe, expect, it } from 'vitest';
import { browseIntent } from './intent-browser.js';
import { all, cardData, cards, openAccount, origin, refusal } from './simulated-account.js';

const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

async function openSetup(more: object = {}) {
  const account = openAccount();
  const { id: customer } = await account.stripe.customers.create();
  const setup = await account.stripe.setupIntents.create({ customer, ...automatic, ...more });
  return { ...account, customer, setup, browser: browseIntent(account, setup) };
}

describe('a SetupIntent', () => {
  it('is for charges without the customer, unless said otherwise', async () => {
    const { stripe, setup } = await openSetup({ metadata: { team: 'engines' } });
    expect(setup).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' });
    expect(await stripe.setupIntents.create({ usage: 'on_session' })).toMatchObject({ usage: 'on_session' });
    expect(await all(stripe.setupIntents.list({ customer: String(setup.customer) }))).toMatchObject([{ id: setup.id }]);
  });

  it('gives the card to its customer', async () => {
    const { stripe, customer, setup, browser } = await openSetup();

    const { intent } = await browser.confirm({ payment_method_data: cardData(cards.visa) });

    expect(intent).toMatchObject({ status: 'succeeded' });
    expect(intent).not.toHaveProperty('customer');
    const kept = await stripe.setupIntents.retrieve(setup.id, { expand: ['payment_method'] });
    expect(kept).toMatchObject({ payment_method: { customer, card: { last4: '4242' } }, latest_attempt: null });
    expect(await all(stripe.charges.list())).toEqual([]);
    const types = (await all(stripe.events.list())).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['setup_intent.succeeded', 'payment_method.attached', 'setup_intent.created']);
  });

  it('keeps no card that is declined, and can be tried again', async () => {
    const { stripe, customer, setup, browser } = await openSetup();

    const { status, error } = await browser.confirm({ payment_method_data: cardData(cards.insufficientFunds) });

    expect(status).toBe(402);
    expect(error).toMatchObject({
      type: 'card_error',
      decline_code: 'insufficient_funds',
      setup_intent: { id: setup.id, status: 'requires_payment_method' },
    });
    expect(await all(stripe.customers.listPaymentMethods(customer))).toEqual([]);
    expect((await stripe.setupIntents.retrieve(setup.id)).last_setup_error).toMatchObject({
      decline_code: 'insufficient_funds',
    });
    expect((await browser.confirm({ payment_method_data: cardData(cards.attachesButFails) })).intent?.status).toBe(
      'succeeded',
    );
  });

  it('asks the customer’s bank', async () => {
    const { browser } = await openSetup();

    const asked = await browser.confirm({ payment_method_data: cardData(cards.challenge) });
    expect(asked.intent).toMatchObject({ status: 'requires_action' });
    const failed = await browser.authenticate({ source: asked.source, outcome: 'canceled' });
    expect(failed.error).toMatchObject({
      code: 'setup_intent_authentication_failure',
      setup_intent: { status: 'requires_payment_method' },
    });
    const again = await browser.confirm({ payment_method_data: cardData(cards.challenge) });
    expect((await browser.authenticate({ source: again.source, outcome: 'complete' })).intent?.status).toBe(
      'succeeded',
    );
  });

  it('is confirmed and canceled by a server', async () => {
    const { stripe, setup } = await openSetup();
    const other = await stripe.setupIntents.create({ ...automatic });

    expect(await stripe.setupIntents.confirm(setup.id, { payment_method: 'pm_card_visa' })).toMatchObject({
      status: 'succeeded',
    });
    expect(await stripe.setupIntents.cancel(other.id)).toMatchObject({ status: 'canceled' });
    const late = stripe.setupIntents.confirm(setup.id, { payment_method: 'pm_card_visa' });
    expect(await refusal(late)).toMatchObject({ code: 'setup_intent_unexpected_state' });
  });

  it.each([
    ['payment_method_types', { payment_method_types: ['card'] }, 'payment_method_types_no_longer_supported'],
    ['an amount', { amount: 100 }, 'parameter_unknown'],
    ['an unknown customer', { customer: 'cus_none' }, 'resource_missing'],
  ])('is not made with %s', async (_, params, code) => {
    const { stripe } = openAccount();
    expect(await refusal(stripe.setupIntents.create(params as object))).toMatchObject({ code });
  });

  it('is refused where fields were made for a payment', async () => {
    const { browser } = await openSetup();
    const context = { mode: 'payment', amount: 100, currency: 'usd' } as const;
    const { error } = await browser.confirm({ payment_method_data: cardData(cards.visa), client_context: context });
    expect(error?.message).toContain('The provided mode (payment) does not match the expected mode (setup).');
  });
});

describe('a saved card beside it', () => {
  async function beside(remove?: 'enabled') {
    const { simulator, stripe, name, customer, setup } = await openSetup();
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    await stripe.paymentMethods.update(card.id, { allow_redisplay: 'always' });
    const features = {
      payment_method_redisplay: 'enabled',
      ...(remove && { payment_method_remove: remove }),
    } as const;
    const session = await stripe.customerSessions.create({
      customer,
      components: { payment_element: { enabled: true, features } },
    });
    const press = async (id: string): Promise<unknown> => {
      const body = new URLSearchParams({
        key: `pk_test_${name}`,
        client_secret: String(setup.client_secret),
        customer_session_client_secret: session.client_secret,
      });
      const url = `${origin}/v1/elements/payment_methods/${id}/remove`;
      return (await simulator.fetch(new Request(url, { method: 'POST', body }))).json();
    };
    const isKept = async () => (await stripe.paymentMethods.retrieve(card.id)).customer === customer;
    return { stripe, card, session, press, isKept };
  }

  it('is removed where the customer session says so, and no other', async () => {
    const { stripe, card, session, press, isKept } = await beside('enabled');
    expect(session.components?.payment_element.features).toMatchObject({ payment_method_remove: 'enabled' });
    const { id: other } = await stripe.customers.create();
    const theirs = await stripe.paymentMethods.attach('pm_card_visa', { customer: other });
    await stripe.paymentMethods.update(theirs.id, { allow_redisplay: 'always' });
    expect(await press(theirs.id)).toMatchObject({ error: { code: 'resource_missing' } });
    expect((await stripe.paymentMethods.retrieve(theirs.id)).customer).toBe(other);
    expect(await press(card.id)).toMatchObject({ saved_payment_methods: [], payment_method_remove: 'enabled' });
    expect(await isKept()).toBe(false);
  });

  it('stays where it does not', async () => {
    const { card, press, isKept } = await beside();
    expect(await press(card.id)).toMatchObject({ error: { type: 'invalid_request_error' } });
    expect(await isKept()).toBe(true);
  });
});
