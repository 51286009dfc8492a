/** Makes payment methods: of a card that was typed, or of a published test id. */
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { PaymentMethod } from '../stripe-types.js';
import type { BillingDetails, MethodRecord } from './method-record.js';
import type { ReadCard } from './read-card.js';
import { testCardById } from './test-cards.js';

const noDetails: BillingDetails = { address: null, email: null, name: null, phone: null, tax_id: null };

export function createMethod(account: Account, read: ReadCard, details: BillingDetails = noDetails): MethodRecord {
  const { card, expMonth, expYear, cvcGiven } = read;
  const method: PaymentMethod = {
    id: makeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: details,
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
      country: card.country,
      display_brand: card.brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: fingerprint(card.number),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: card.brand === 'visa' || card.brand === 'mastercard' },
      wallet: null,
    },
    created: account.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  };
  const record = { method, card, cvcGiven };
  account.paymentMethods.set(method.id, record);
  return record;
}

/** A fresh payment method of a published test id such as `pm_card_visa`. */
export function createTestMethod(account: Account, id: string): MethodRecord | undefined {
  const card = testCardById(id);
  if (!card) return undefined;
  const expYear = new Date(account.now() * 1000).getUTCFullYear() + 1;
  return createMethod(account, { card, expMonth: 8, expYear, cvcGiven: true });
}

/** The same card has the same fingerprint, and no number can be read from it. */
function fingerprint(number: string): string {
  const mixed = [...number].reduce((hash, digit) => (hash * 31n + BigInt(digit) + 7n) % 2n ** 80n, 17n);
  return mixed.toString(36).padStart(16, '0').slice(-16);
}
