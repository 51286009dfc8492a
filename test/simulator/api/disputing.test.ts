/** Disputes, through the official SDK: which payments are taken back, and what then can be read and refunded. */
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { billing, byCard, dispute, openAndConfirm, openMerchant, payByAccount, payByIban, types } from './disputed.js';
import { cardData, origin, refusal } from './simulated-account.js';

it.each([
  ['pm_card_createDispute', 'fraudulent', '10.4'],
  ['pm_card_createDisputeProductNotReceived', 'product_not_received', '13.1'],
])('%s: paid, and taken back as %s', async (method, reason, code) => {
  const merchant = openMerchant();
  const made = await byCard(merchant, method);

  expect(made).toMatchObject({
    id: expect.stringMatching(/^du_/),
    object: 'dispute',
    amount: 2000,
    currency: 'usd',
    status: 'needs_response',
    reason,
    is_charge_refundable: false,
    livemode: false,
    balance_transactions: [{ amount: -2000, net: -2000, type: 'adjustment', reporting_category: 'dispute' }],
    evidence: { uncategorized_text: null },
    evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
    payment_method_details: {
      type: 'card',
      card: { brand: 'visa', case_type: 'chargeback', network_reason_code: code },
    },
  });
  expect(made.evidence_details.due_by).toBeGreaterThan(made.created + 7 * 86_400);
  const full = await merchant.stripe.disputes.retrieve(made.id, { expand: ['charge', 'payment_intent'] });
  expect(full.charge).toMatchObject({ object: 'charge', disputed: true, paid: true, status: 'succeeded' });
  expect(full.payment_intent).toMatchObject({ object: 'payment_intent', status: 'succeeded', amount_received: 2000 });
  expect(await types(merchant)).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'payment_intent.succeeded',
  ]);
});

it('an inquiry takes no money, and its charge can be refunded', async () => {
  const merchant = openMerchant();
  const made = await byCard(merchant, 'pm_card_createDisputeInquiry');

  expect(made).toMatchObject({
    status: 'warning_needs_response',
    balance_transactions: [],
    is_charge_refundable: true,
    payment_method_details: { card: { case_type: 'inquiry' } },
  });
  expect(await types(merchant)).not.toContain('charge.dispute.funds_withdrawn');
  expect(await merchant.stripe.refunds.create({ charge: String(made.charge) })).toMatchObject({ status: 'succeeded' });
});

it.each([
  ['a US account', payByAccount, 'debit_not_authorized'],
  ['AT591904300235473203', payByIban('AT591904300235473203'), 'general'],
  ['DE35370400440532013002', payByIban('DE35370400440532013002'), 'general'],
])('%s: arrived, taken back, and lost at once', async (_name, pay, reason) => {
  const merchant = openMerchant();
  const { stripe } = merchant;
  const made = await dispute(merchant, pay);

  expect(made).toMatchObject({ status: 'lost', reason, is_charge_refundable: false });
  expect(made.evidence_details.due_by).toBe(0);
  expect(made.payment_method_details).toBeUndefined();
  expect((await types(merchant)).filter((type) => /^(charge|payment_intent)\./.test(type))).toEqual([
    'payment_intent.created',
    'charge.pending',
    'payment_intent.processing',
    'charge.succeeded',
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.closed',
    'payment_intent.succeeded',
  ]);
  const evidence = { uncategorized_text: 'winning_evidence' };
  expect((await refusal(stripe.disputes.update(made.id, { evidence }))).message).toContain('already closed');
  expect((await refusal(stripe.disputes.close(made.id))).message).toContain('already closed');
  expect(await refusal(stripe.refunds.create({ charge: String(made.charge) }))).toMatchObject({
    code: 'charge_disputed',
  });
});

it('the mandate of a US account is of no use any more', async () => {
  const merchant = openMerchant();
  const made = await dispute(merchant, payByAccount);

  const { payment_method_details: paid } = await merchant.stripe.charges.retrieve(String(made.charge));
  const mandate = await merchant.stripe.mandates.retrieve(String(paid?.us_bank_account?.mandate));
  expect(mandate.status).toBe('inactive');
  expect(await types(merchant)).toContain('mandate.updated');
});

it('a session is complete, and its charge disputed, when a disputed card was typed or an account linked', async () => {
  const merchant = openMerchant();
  const { stripe, simulator } = merchant;
  const byNumber = await openAndConfirm(merchant, {}, cardData('4000000000000259'));
  const linked = await openAndConfirm(
    merchant,
    { allowed_payment_method_types: ['us_bank_account'] },
    {
      type: 'us_bank_account',
      us_bank_account: {
        account_holder_type: 'individual',
        account_type: 'checking',
        financial_connections_account: 'fca_test_dispute',
      },
      billing_details: billing,
    },
  );
  await simulator.settled();

  for (const { id } of [byNumber, linked]) {
    const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
    expect(session).toMatchObject({ status: 'complete', payment_intent: { latest_charge: { disputed: true } } });
  }
  const statuses = (await stripe.disputes.list()).data.map(({ status }) => status);
  expect(statuses).toEqual(['lost', 'needs_response']);
});

it('lists disputes by charge, by intent and by time', async () => {
  const merchant = openMerchant();
  const { stripe } = merchant;
  const first = await byCard(merchant);
  const second = await byCard(merchant);
  const ids = async (params: Stripe.DisputeListParams) => (await stripe.disputes.list(params)).data.map(({ id }) => id);

  expect(await ids({})).toEqual([second.id, first.id]);
  expect(await ids({ charge: String(first.charge) })).toEqual([first.id]);
  expect(await ids({ payment_intent: String(second.payment_intent) })).toEqual([second.id]);
  expect(await ids({ created: { gt: second.created } })).toEqual([]);
  expect(await ids({ limit: 1, starting_after: second.id })).toEqual([first.id]);
});

it('the control panel shows a dispute', async () => {
  const merchant = openMerchant();
  const { id } = await byCard(merchant);
  const page = `${origin}/_simulator/panel/${merchant.name}/disputes`;

  const list = await merchant.simulator.fetch(new Request(page));
  expect(await list.text()).toContain('needs_response · $20.00 · fraudulent');
  expect((await merchant.simulator.fetch(new Request(`${page}/${id}`))).status).toBe(200);
});
