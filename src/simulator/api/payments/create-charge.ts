/** One try to take money with a card, approved or not. */
import type { Account } from '../state/account.js';
import { makeId, randomText } from '../state/make-id.js';
import type { Charge, PaymentIntent } from '../stripe-types.js';
import type { Decline } from './declines.js';
import type { MethodRecord } from './method-record.js';
import type { Check, TestCard } from './test-cards.js';

export interface ChargeInput {
  readonly intent: PaymentIntent;
  readonly record: MethodRecord;
  readonly decline: Decline | undefined;
  /** The customer passed a challenge for this charge. */
  readonly authenticated: boolean;
}

export function createCharge(account: Account, { intent, record, decline, authenticated }: ChargeInput): Charge {
  const id = `ch_3${randomText(23)}`;
  const paid = !decline;
  const charge: Charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: paid ? makeId('txn') : null,
    billing_details: record.method.billing_details,
    calculated_statement_descriptor: 'SIMULATOR',
    captured: paid,
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
    outcome: toOutcome(record.card, decline),
    paid,
    payment_intent: intent.id,
    payment_method: record.method.id,
    payment_method_details: toDetails(record, intent.amount, paid, authenticated),
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
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
  account.charges.set(id, charge);
  return charge;
}

function toOutcome(card: TestCard, decline: Decline | undefined): NonNullable<Charge['outcome']> {
  const risk = card.risk ?? 'normal';
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

function toDetails(
  { method, card, cvcGiven }: MethodRecord,
  amount: number,
  paid: boolean,
  authenticated: boolean,
): NonNullable<Charge['payment_method_details']> {
  const { address } = method.billing_details;
  const check = (given: boolean, result: Check | undefined): string | null => (given ? (result ?? 'pass') : null);
  return {
    type: 'card',
    card: {
      amount_authorized: paid ? amount : null,
      authorization_code: paid ? '123456' : null,
      brand: card.brand,
      checks: {
        address_line1_check: check(Boolean(address?.line1), card.checks?.line1),
        address_postal_code_check: check(Boolean(address?.postal_code), card.checks?.postal),
        cvc_check: check(cvcGiven, card.checks?.cvc),
      },
      country: card.country,
      electronic_commerce_indicator: authenticated ? '05' : null,
      exp_month: method.card?.exp_month ?? 0,
      exp_year: method.card?.exp_year ?? 0,
      fingerprint: method.card?.fingerprint ?? null,
      funding: card.funding,
      installments: null,
      last4: card.number.slice(-4),
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticated ? authentication : null,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

const authentication = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
} as const;
