/** The merchant's server changes an open session. */
import { describe, expect, it } from 'vitest';
import {
  cardData,
  cards,
  monthlyPrice,
  openAccount,
  openPaymentSession,
  openSubscriptionSession,
  refusal,
} from './simulated-account.js';

const email = 'ada@example.com';

async function openWithTwoLines() {
  const account = openAccount();
  const first = await monthlyPrice(account.stripe);
  const second = await monthlyPrice(account.stripe, { unit_amount: 300, product_data: { name: 'Storage' } });
  const session = await openSubscriptionSession(account.stripe, {
    line_items: [
      { price: first.id, quantity: 2, adjustable_quantity: { enabled: true, minimum: 1, maximum: 10 } },
      { price: second.id, quantity: 1 },
    ],
  });
  const { data } = await account.stripe.checkout.sessions.listLineItems(session.id);
  const [a, b] = data.map(({ id }) => id);
  return { ...account, session, first, second, a: a ?? '', b: b ?? '' };
}

describe('line items', () => {
  it('keep what the change does not name', async () => {
    const { stripe, session, a, b } = await openWithTwoLines();

    const { line_items: items, amount_total: total } = await stripe.checkout.sessions.update(session.id, {
      line_items: [{ id: b }, { id: a, quantity: 4 }],
      expand: ['line_items'],
    });

    expect(total).toBe(4300);
    expect(items?.data).toMatchObject([
      { id: b, quantity: 1 },
      { id: a, quantity: 4, adjustable_quantity: { enabled: true, minimum: 1, maximum: 10 } },
    ]);
  });

  it('are gone when they are not sent again', async () => {
    const { stripe, session, a } = await openWithTwoLines();

    const { amount_total: total } = await stripe.checkout.sessions.update(session.id, { line_items: [{ id: a }] });

    expect(total).toBe(2000);
    expect((await stripe.checkout.sessions.listLineItems(session.id)).data).toMatchObject([{ id: a }]);
  });

  it('can take another price and be joined by new ones', async () => {
    const { stripe, session, a, second } = await openWithTwoLines();
    const yearly = await monthlyPrice(stripe, { unit_amount: 700 });

    const { amount_total: total } = await stripe.checkout.sessions.update(session.id, {
      line_items: [
        { id: a, price: yearly.id },
        { price: second.id, quantity: 2 },
      ],
    });

    expect(total).toBe(2 * 700 + 2 * 300);
  });

  it('that are refused change nothing', async () => {
    const { stripe, session, a } = await openWithTwoLines();
    const euro = await monthlyPrice(stripe, { currency: 'eur' });
    const change = (line: object) => refusal(stripe.checkout.sessions.update(session.id, { line_items: [line] }));

    expect((await change({ id: 'li_none' })).code).toBe('resource_missing');
    expect((await change({ id: a, quantity: 11 })).param).toBe('line_items[0][quantity]');
    expect((await change({ id: a, price: euro.id })).message).toMatch(/same currency/);
    expect((await change({ price: euro.id })).message).toMatch(/Quantity is required/);
    expect((await stripe.checkout.sessions.retrieve(session.id)).amount_total).toBe(2300);
  });
});

it('merges metadata and takes keys away', async () => {
  const { stripe } = openAccount();
  const session = await openSubscriptionSession(stripe, { metadata: { team: 'engines', order: '7' } });

  const merged = await stripe.checkout.sessions.update(session.id, { metadata: { order: '', seats: '3' } });
  expect(merged.metadata).toEqual({ team: 'engines', seats: '3' });

  const cleared = await stripe.checkout.sessions.update(session.id, { metadata: '' });
  expect(cleared.metadata).toEqual({});
});

it('refuses what is not in the list of what can be changed', async () => {
  const { stripe } = openAccount();
  const session = await openSubscriptionSession(stripe);
  const change = { return_url: 'https://shop.test' } as object;

  expect(await refusal(stripe.checkout.sessions.update(session.id, change))).toMatchObject({
    code: 'parameter_unknown',
  });
});

it('refuses a session that is not open', async () => {
  const { stripe } = openAccount();
  const session = await openSubscriptionSession(stripe);
  await stripe.checkout.sessions.expire(session.id);

  const change = stripe.checkout.sessions.update(session.id, { metadata: { a: 'b' } });

  expect((await refusal(change)).message).toMatch(/status of `expired`/);
});

describe('the payment', () => {
  it('takes over what was changed, and the running challenge is void', async () => {
    const { stripe, browse } = openAccount();
    const session = await openPaymentSession(stripe, { payment_intent_data: { metadata: { order: '7' } } });
    const browser = browse(session);
    const asked = await browser.confirm({
      expected_amount: 2000,
      email,
      payment_method_data: cardData(cards.challenge),
    });
    const source = asked.page?.next_action?.source ?? '';

    await stripe.checkout.sessions.update(session.id, {
      payment_intent_data: { description: 'Seats', metadata: { po: '1' } },
    });

    const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      description: 'Seats',
      metadata: { order: '7', po: '1' },
    });
    expect((await browser.authenticate({ source, outcome: 'complete' })).status).toBe(400);
  });

  it.each(['confirm', 'cancel', 'update'] as const)('cannot be reached by %s of its intent', async (route) => {
    const { stripe, browse } = openAccount();
    const session = await openPaymentSession(stripe);
    await browse(session).confirm({ expected_amount: 2000, email, payment_method_data: cardData(cards.declined) });
    const { payment_intent: id } = await stripe.checkout.sessions.retrieve(session.id);

    const params = route === 'confirm' ? { payment_method: 'pm_card_visa' } : {};
    expect(await refusal(stripe.paymentIntents[route](String(id), params))).toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('PaymentIntents created by Checkout') as string,
    });
    expect((await stripe.paymentIntents.retrieve(String(id))).status).toBe('requires_payment_method');
  });
});
