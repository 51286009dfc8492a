/** `charge.payment_method_details`: what was charged, and what the bank said about it. */
import type { Charge, PaymentMethod } from '../stripe-types.js';
import type { CardRecord, DebitRecord, MethodRecord } from './method-record.js';
import type { Check } from './test-cards.js';

type Details = NonNullable<Charge['payment_method_details']>;
type CardDetails = NonNullable<Details['card']>;

interface Facts {
  readonly amount: number;
  readonly paid: boolean;
  readonly authenticated: boolean;
  readonly mandate: string | null;
}

export function toDetails(record: MethodRecord, facts: Facts): Details {
  switch (record.kind) {
    case 'card':
      return { type: 'card', card: ofCard(record, facts) };
    case 'debit':
      return ofDebit(record, facts.mandate);
    case 'redirect':
      return {
        type: 'ideal',
        ideal: {
          bank: null,
          bic: null,
          generated_sepa_debit: null,
          generated_sepa_debit_mandate: null,
          iban_last4: null,
          transaction_id: null,
          verified_name: null,
        },
      };
  }
}

function ofCard({ method, card, cvcGiven }: CardRecord, { amount, paid, authenticated }: Facts): CardDetails {
  const { address } = method.billing_details;
  const check = (given: boolean, result: Check | undefined): string | null => (given ? (result ?? 'pass') : null);
  return {
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
    wallet: toWallet(method.card?.wallet),
  };
}

/** Only these wallets are simulated. */
function toWallet(wallet: NonNullable<PaymentMethod['card']>['wallet'] | undefined): CardDetails['wallet'] {
  if (wallet?.type !== 'apple_pay' && wallet?.type !== 'google_pay') return null;
  return { type: wallet.type, [wallet.type]: {}, dynamic_last4: wallet.dynamic_last4 };
}

function ofDebit({ method, debit }: DebitRecord, mandate: string | null): Details {
  const { us_bank_account: bank, sepa_debit: sepa } = method;
  if (debit.type === 'sepa_debit') {
    return {
      type: 'sepa_debit',
      sepa_debit: {
        bank_code: sepa?.bank_code ?? null,
        branch_code: sepa?.branch_code ?? null,
        country: sepa?.country ?? null,
        fingerprint: sepa?.fingerprint ?? null,
        last4: sepa?.last4 ?? null,
        mandate,
      },
    };
  }
  return {
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: bank?.account_holder_type ?? null,
      account_type: bank?.account_type ?? null,
      bank_name: bank?.bank_name ?? null,
      fingerprint: bank?.fingerprint ?? null,
      last4: bank?.last4 ?? null,
      ...(mandate !== null && { mandate }),
      payment_reference: null,
      routing_number: bank?.routing_number ?? null,
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
