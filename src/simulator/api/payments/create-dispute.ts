/** A paid charge that the customer's bank takes back, or asks about, as the published test numbers do. */
import type { Account } from '../state/account.js';
import { idOf } from '../state/id-of.js';
import { makeId } from '../state/make-id.js';
import type { Charge, Dispute } from '../stripe-types.js';
import { closeDispute, moveFunds } from './close-dispute.js';
import type { CardRecord, DebitRecord, MethodRecord } from './method-record.js';

const DAY = 86_400;

/** Until when evidence is taken: the end of the eighth day, in Unix seconds. */
const dueBy = (created: number): number => (Math.floor(created / DAY) + 9) * DAY - 1;

/** Reasons and Visa's codes for them. An inquiry is about fraud. */
const claims = {
  fraudulent: { reason: 'fraudulent', code: '10.4' },
  product_not_received: { reason: 'product_not_received', code: '13.1' },
  inquiry: { reason: 'fraudulent', code: '10' },
} as const;

/** Does nothing where the method has no such number. */
export function disputeCharge(account: Account, charge: Charge, record: MethodRecord): void {
  switch (record.kind) {
    case 'card':
      if (record.card.dispute) disputeCard(account, charge, record.card, record.card.dispute);
      return;
    case 'debit':
      if (record.debit.disputed) disputeDebit(account, charge, record);
      return;
    case 'redirect':
      return;
  }
}

function disputeCard(
  account: Account,
  charge: Charge,
  { brand }: CardRecord['card'],
  kind: NonNullable<CardRecord['card']['dispute']>,
): void {
  const { reason, code } = claims[kind];
  const asked = kind === 'inquiry';
  open(account, charge, {
    ...blank(account, charge, { reason, due: dueBy(account.now()) }),
    is_charge_refundable: asked,
    payment_method_details: {
      type: 'card',
      card: { brand, case_type: asked ? 'inquiry' : 'chargeback', network: brand, network_reason_code: code },
    },
    status: asked ? 'warning_needs_response' : 'needs_response',
  });
}

/** Final: a bank takes its debit back, and hears nobody. */
function disputeDebit(account: Account, charge: Charge, { debit }: DebitRecord): void {
  const reason = debit.type === 'sepa_debit' ? 'general' : 'debit_not_authorized';
  const dispute = open(account, charge, { ...blank(account, charge, { reason, due: 0 }), status: 'lost' });
  closeDispute(account, dispute, 'lost');
  const allowed = charge.payment_method_details?.us_bank_account?.mandate;
  const mandate = allowed === undefined ? undefined : account.mandates.get(idOf(allowed));
  if (!mandate) return;
  mandate.status = 'inactive';
  account.emit('mandate.updated', mandate);
}

/** Money is taken from the merchant, except for an inquiry. */
function open(account: Account, charge: Charge, dispute: Dispute): Dispute {
  const taken = dispute.status !== 'warning_needs_response';
  if (taken) dispute.balance_transactions.push(moveFunds(account, dispute, charge.id, 'withdrawal'));
  account.disputes.set(dispute.id, dispute);
  charge.disputed = true;
  account.emit('charge.dispute.created', dispute);
  if (taken) account.emit('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

function blank(account: Account, charge: Charge, { reason, due }: { reason: string; due: number }): Dispute {
  return {
    id: makeId('du'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: account.now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {
      access_activity_log: null,
      billing_address: null,
      cancellation_policy: null,
      cancellation_policy_disclosure: null,
      cancellation_rebuttal: null,
      customer_communication: null,
      customer_email_address: null,
      customer_name: null,
      customer_purchase_ip: null,
      customer_signature: null,
      duplicate_charge_documentation: null,
      duplicate_charge_explanation: null,
      duplicate_charge_id: null,
      enhanced_evidence: {},
      product_description: null,
      receipt: null,
      refund_policy: null,
      refund_policy_disclosure: null,
      refund_refusal_explanation: null,
      service_date: null,
      service_documentation: null,
      shipping_address: null,
      shipping_carrier: null,
      shipping_date: null,
      shipping_documentation: null,
      shipping_tracking_number: null,
      uncategorized_file: null,
      uncategorized_text: null,
    },
    evidence_details: {
      due_by: due,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  };
}
