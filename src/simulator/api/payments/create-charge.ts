/** One try to take money: approved, refused, or under way as debits are for days. */
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import type { Charge, PaymentIntent } from '../stripe-types.js';
import { toDetails } from './charge-details.js';
import type { Decline } from './declines.js';
import type { MethodRecord } from './method-record.js';

export interface ChargeInput {
  readonly intent: PaymentIntent;
  readonly record: MethodRecord;
  readonly decline: Decline | undefined;
  /** The customer passed a challenge for this charge. */
  readonly authenticated: boolean;
  /** A debit: sent, and not answered yet. */
  readonly mandate?: string;
}

export function createCharge(
  account: Account,
  { intent, record, decline, authenticated, mandate }: ChargeInput,
): Charge {
  const id = `${mandate === undefined ? 'ch' : 'py'}_3${randomText(23)}`;
  const pending = mandate !== undefined && !decline;
  const paid = !decline && !pending;
  const charge: Charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: paid ? makeId('txn') : null,
    billing_details: record.method.billing_details,
    calculated_statement_descriptor: 'SIMULATOR',
    captured: !decline,
    created: account.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: toOutcome(record, decline),
    paid,
    payment_intent: intent.id,
    payment_method: record.method.id,
    payment_method_details: toDetails(record, { amount: intent.amount, paid, authenticated, mandate: mandate ?? null }),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${account.origin}/receipts/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: pending ? 'pending' : paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
  account.charges.set(id, charge);
  return charge;
}

function toOutcome(record: MethodRecord, decline: Decline | undefined): NonNullable<Charge['outcome']> {
  const blocked = decline?.blocked ? 'highest' : 'normal';
  const risk = (record.kind === 'card' ? record.card.risk : undefined) ?? blocked;
  const score = { normal: 20, elevated: 70, highest: 90 }[risk];
  const common = { risk_level: risk, risk_score: score, network_advice_code: null };
  if (!decline) {
    return {
      ...common,
      advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  const reason = decline.blocked ? 'highest_risk_level' : (decline.decline_code ?? decline.code);
  return {
    ...common,
    advice_code: decline.advice_code,
    network_decline_code: decline.network_decline_code,
    network_status: decline.blocked ? 'not_sent_to_network' : 'declined_by_network',
    reason,
    seller_message: decline.blocked
      ? 'Stripe blocked this payment as too risky.'
      : 'The bank did not return any further details with this decline.',
    type: decline.blocked ? 'blocked' : 'issuer_declined',
  };
}
