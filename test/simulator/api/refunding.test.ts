/** Refunds, through the official SDK. */
import { expect, it } from 'vitest';
import { openAccount, refusal } from './simulated-account.js';

const automatic = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const;

async function pay(method = 'pm_card_visa', wait?: (ms: number) => Promise<void>) {
  const account = openAccount(wait ? { wait } : {});
  const { stripe } = account;
  const intent = await stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: method,
    ...automatic,
  });
  return { ...account, intent, charge: String(intent.latest_charge) };
}

it('gives back a part, then the rest', async () => {
  const { stripe, intent, charge } = await pay();

  const part = await stripe.refunds.create({ charge, amount: 500, reason: 'duplicate', metadata: { ticket: '7' } });
  expect(part).toMatchObject({ object: 'refund', amount: 500, status: 'succeeded', payment_intent: intent.id });
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 500, refunded: false });
  const rest = await stripe.refunds.create({ payment_intent: intent.id });

  expect(rest.amount).toBe(1500);
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 2000, refunded: true });
  expect((await stripe.refunds.list({ charge })).data.map(({ id }) => id)).toEqual([rest.id, part.id]);
  expect(await stripe.refunds.update(part.id, { metadata: { ticket: '8' } })).toMatchObject({
    metadata: { ticket: '8' },
  });
  const types = (await stripe.events.list()).data.map(({ type }) => type);
  expect(types.slice(0, 5)).toEqual([
    'refund.updated',
    'charge.refunded',
    'refund.created',
    'charge.refunded',
    'refund.created',
  ]);
});

it('refuses more than was paid, twice the whole, and what was not paid', async () => {
  const { stripe, charge } = await pay();

  expect((await refusal(stripe.refunds.create({ charge, amount: 2001 }))).message).toContain('greater than');
  expect(await refusal(stripe.refunds.create({ charge, amount: 0 }))).toMatchObject({ param: 'amount' });
  await stripe.refunds.create({ charge });
  expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({ code: 'charge_already_refunded' });
  expect(await refusal(stripe.refunds.create({}))).toMatchObject({ statusCode: 400 });
  expect(await refusal(stripe.refunds.create({ charge: 'ch_none' }))).toMatchObject({ code: 'resource_missing' });
  const unpaid = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd', ...automatic });
  expect(await refusal(stripe.refunds.create({ payment_intent: unpaid.id }))).toMatchObject({
    param: 'payment_intent',
  });
});

it.each([
  ['pm_card_pendingRefund', 'pending', 'succeeded', 2000],
  ['pm_card_refundFail', 'succeeded', 'failed', 0],
] as const)('%s: %s, then %s', async (method, first, then, refunded) => {
  const { stripe, simulator, charge } = await pay(method, () => Promise.resolve());

  const refund = await stripe.refunds.create({ charge });
  expect(refund.status).toBe(first);
  await simulator.settled();

  expect((await stripe.refunds.retrieve(refund.id)).status).toBe(then);
  expect((await stripe.charges.retrieve(charge)).amount_refunded).toBe(refunded);
  const types = (await stripe.events.list()).data.map(({ type }) => type);
  expect(types).toContain(then === 'failed' ? 'refund.failed' : 'refund.updated');
});
