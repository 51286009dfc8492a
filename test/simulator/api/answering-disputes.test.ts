/** What a merchant answers to a dispute, through the official SDK, and what the bank makes of it. */
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { byCard, openMerchant, types } from './disputed.js';
import { refusal } from './simulated-account.js';

it('is won with winning evidence: the money is back, and may be refunded', async () => {
  const merchant = openMerchant();
  const { stripe, simulator } = merchant;
  const made = await byCard(merchant);
  const charge = String(made.charge);
  expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({ code: 'charge_disputed', statusCode: 400 });

  const sent = await stripe.disputes.update(made.id, { evidence: { uncategorized_text: 'winning_evidence' } });
  expect(sent).toMatchObject({
    status: 'under_review',
    evidence_details: { has_evidence: true, submission_count: 1, submission_method: 'manual', past_due: false },
  });
  await simulator.settled();

  const won = await stripe.disputes.retrieve(made.id);
  expect(won).toMatchObject({ status: 'won', is_charge_refundable: true });
  expect(won.balance_transactions.map(({ amount }) => amount)).toEqual([-2000, 2000]);
  expect((await types(merchant)).slice(-3)).toEqual([
    'charge.dispute.updated',
    'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ]);
  expect(await stripe.refunds.create({ charge })).toMatchObject({ status: 'succeeded' });
});

it('is lost with losing evidence; an inquiry with it goes no further', async () => {
  const merchant = openMerchant();
  const { stripe, simulator } = merchant;
  const evidence = { uncategorized_text: 'losing_evidence' };
  const made = await byCard(merchant);
  const asked = await byCard(merchant, 'pm_card_createDisputeInquiry');
  await stripe.disputes.update(made.id, { evidence });
  expect(await stripe.disputes.update(asked.id, { evidence })).toMatchObject({ status: 'warning_under_review' });
  await simulator.settled();

  const lost = await stripe.disputes.retrieve(made.id);
  expect(lost).toMatchObject({ status: 'lost', is_charge_refundable: false });
  expect(lost.balance_transactions).toHaveLength(1);
  expect(await stripe.disputes.retrieve(asked.id)).toMatchObject({ status: 'warning_closed' });
  const closed = (await types(merchant)).filter((type) => type === 'charge.dispute.closed');
  expect(closed).toHaveLength(2);
  expect(await types(merchant)).not.toContain('charge.dispute.funds_reinstated');
});

it('keeps evidence until it is submitted, once', async () => {
  const merchant = openMerchant();
  const { stripe, simulator } = merchant;
  const { id } = await byCard(merchant);
  expect((await refusal(stripe.disputes.update(id, { submit: true }))).message).toContain('no evidence');

  const name = { customer_name: 'Ada Lovelace' };
  const kept = await stripe.disputes.update(id, { evidence: name, submit: false, metadata: { case: '7' } });
  expect(kept).toMatchObject({
    status: 'needs_response',
    metadata: { case: '7' },
    evidence_details: { has_evidence: true, submission_count: 0, submission_method: 'not_submitted' },
  });
  expect(await stripe.disputes.update(id, { metadata: { case: '8' } })).toMatchObject({ status: 'needs_response' });
  const sent = await stripe.disputes.update(id, { evidence: { uncategorized_text: 'They were here.' } });
  expect(sent).toMatchObject({ status: 'under_review', evidence: { ...name, uncategorized_text: 'They were here.' } });
  await simulator.settled();

  expect((await stripe.disputes.retrieve(id)).status).toBe('under_review');
  expect((await refusal(stripe.disputes.update(id, { evidence: name }))).message).toContain('submitted');
  expect((await refusal(stripe.disputes.close(id))).message).toContain('submitted');
});

it('is closed by its merchant as lost, and takes nothing more', async () => {
  const merchant = openMerchant();
  const { stripe } = merchant;
  const { id } = await byCard(merchant);

  expect(await stripe.disputes.close(id)).toMatchObject({ status: 'lost', is_charge_refundable: false });
  expect((await types(merchant)).at(-1)).toBe('charge.dispute.closed');
  expect((await refusal(stripe.disputes.close(id))).message).toContain('already closed');
  expect((await refusal(stripe.disputes.update(id, { metadata: { case: '7' } }))).message).toContain('already closed');
});

it('refuses what it does not play', async () => {
  const merchant = openMerchant();
  const { stripe } = merchant;
  const { id } = await byCard(merchant);
  const inquiry = await byCard(merchant, 'pm_card_createDisputeInquiry');
  const said = async (evidence: Stripe.DisputeUpdateParams.Evidence, of = id) =>
    (await refusal(stripe.disputes.update(of, { evidence }))).param;

  expect(await said({ receipt: 'file_1' })).toBe('evidence[receipt]');
  expect(await said({ enhanced_evidence: { visa_compliance: { fee_acknowledged: true } } })).toBe(
    'evidence[enhanced_evidence]',
  );
  expect(await said({ uncategorized_text: 'winning_evidence' }, inquiry.id)).toBe('evidence[uncategorized_text]');
  expect(await said({ uncategorized_text: 'escalate_inquiry_evidence' }, inquiry.id)).toBe(
    'evidence[uncategorized_text]',
  );
  expect(await said({ uncategorized_text: 'a'.repeat(20_001) })).toBe('evidence[uncategorized_text]');
  expect((await refusal(stripe.disputes.close(inquiry.id))).message).toContain('not simulated');
  const manner = { intended_submission_method: 'manual' } as const;
  expect((await refusal(stripe.disputes.update(id, manner))).param).toBe('intended_submission_method');
  expect(await refusal(stripe.disputes.retrieve('du_none'))).toMatchObject({
    code: 'resource_missing',
    statusCode: 404,
  });
  expect((await stripe.disputes.retrieve(id)).status).toBe('needs_response');
});

it('refuses more evidence than Stripe reads', async () => {
  const merchant = openMerchant();
  const { id } = await byCard(merchant);
  const page = 'a'.repeat(20_000);
  const evidence = {
    access_activity_log: page,
    cancellation_policy_disclosure: page,
    cancellation_rebuttal: page,
    duplicate_charge_explanation: page,
    product_description: page,
    refund_policy_disclosure: page,
    refund_refusal_explanation: page,
  };
  const update = (more: object) =>
    merchant.stripe.disputes.update(id, { evidence: { ...evidence, ...more }, submit: false });

  expect(await refusal(update({ uncategorized_text: page }))).toMatchObject({ param: 'evidence' });
  expect((await update({})).evidence_details.has_evidence).toBe(true);
});
