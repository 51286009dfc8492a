/** Makes payment methods: of a card or a bank account that was typed, or of a published test id. */
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { PaymentMethod } from '../stripe-types.js';
import type { WalletCard, WalletType } from '../../wire/wallets.js';
import type { BillingDetails, CardRecord, DebitRecord, MethodRecord, RedirectRecord } from './method-record.js';
import type { ReadCard } from './read-card.js';
import { testCardById } from './test-cards.js';
import { testDebitById, testRoutingNumber, type TestDebit } from './test-debits.js';

const noDetails: BillingDetails = { address: null, email: null, name: null, phone: null, tax_id: null };

export function createMethod(
  account: Account,
  read: ReadCard,
  details: BillingDetails = noDetails,
  wallet: WalletType | null = null,
): CardRecord {
  const { card, expMonth, expYear, cvcGiven } = read;
  const method: PaymentMethod = {
    ...toMethod(account, 'card', details),
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
      wallet: wallet && { type: wallet, [wallet]: {}, dynamic_last4: null },
    },
  };
  return keep(account, { kind: 'card', method, card, cvcGiven });
}

/** A wallet's card. The wallet vouches for it, so no security code is given. */
export function createWalletMethod(
  account: Account,
  { type, card: id }: { readonly type: WalletType; readonly card: WalletCard['id'] },
  details: BillingDetails,
): CardRecord {
  const card = testCardById(id);
  if (!card) throw new Error(`There is no test card ${id}.`);
  return createMethod(account, { card, ...testExpiry(account), cvcGiven: false }, details, type);
}

/** What is told of a US bank account beside its number. */
export interface AccountFacts {
  readonly bank: string;
  /** The linked account; null where the numbers were typed, which have to be proven first. */
  readonly linked: string | null;
  readonly accountType: 'checking' | 'savings';
  readonly holderType: 'company' | 'individual';
}

/** A US bank account with its facts, or a SEPA account, which needs no proof. */
export function createDebitMethod(
  account: Account,
  debit: TestDebit,
  details: BillingDetails,
  facts?: AccountFacts,
): DebitRecord {
  const last4 = debit.number.slice(-4);
  const common = toMethod(account, debit.type, details);
  if (!facts) {
    const sepa = {
      bank_code: debit.number.slice(4, debit.number.startsWith('AT') ? 9 : 12),
      branch_code: '',
      country: debit.number.slice(0, 2),
      fingerprint: fingerprint(toDigits(debit.number)),
      generated_from: null,
      last4,
    };
    return keep(account, { kind: 'debit', method: { ...common, sepa_debit: sepa }, debit, verified: true });
  }
  const bank = {
    account_holder_type: facts.holderType,
    account_type: facts.accountType,
    bank_name: facts.bank,
    financial_connections_account: facts.linked,
    fingerprint: fingerprint(debit.number),
    last4,
    networks: { preferred: 'ach', supported: ['ach' as const] },
    routing_number: testRoutingNumber,
    status_details: {},
  };
  const method = { ...common, us_bank_account: bank };
  return keep(account, { kind: 'debit', method, debit, verified: facts.linked !== null });
}

/** A payment the customer authorizes with iDEAL; which bank it is they say there. */
export const createIdealMethod = (account: Account, details: BillingDetails): RedirectRecord =>
  keep(account, {
    kind: 'redirect',
    method: { ...toMethod(account, 'ideal', details), ideal: { bank: null, bic: null } },
  });

function toMethod(
  account: Account,
  type: 'card' | 'us_bank_account' | 'sepa_debit' | 'ideal',
  details: BillingDetails,
) {
  return {
    id: makeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: details,
    created: account.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type,
  } satisfies PaymentMethod;
}

function keep<R extends MethodRecord>(account: Account, record: R): R {
  account.paymentMethods.set(record.method.id, record);
  return record;
}

/** A fresh payment method of a published test id such as `pm_card_visa`. Test bank accounts are verified. */
export function createTestMethod(account: Account, id: string): MethodRecord | undefined {
  const debit = testDebitById(id);
  if (debit) {
    const details = { ...noDetails, name: 'Jenny Rosen', email: 'jenny@example.com' };
    const facts = {
      bank: 'STRIPE TEST BANK',
      linked: null,
      accountType: 'checking',
      holderType: 'individual',
    } as const;
    const record = createDebitMethod(account, debit, details, facts);
    // Its small deposits could not even be sent.
    record.verified = debit.unreachable !== true;
    return record;
  }
  const card = testCardById(id);
  if (!card) return undefined;
  return createMethod(account, { card, ...testExpiry(account), cvcGiven: true });
}

const testExpiry = (account: Account) => ({
  expMonth: 8,
  expYear: new Date(account.now() * 1000).getUTCFullYear() + 1,
});

const toDigits = (text: string): string => [...text].map((letter) => Number.parseInt(letter, 36)).join('');

/** The same card has the same fingerprint, and no number can be read from it. */
function fingerprint(number: string): string {
  const mixed = [...number].reduce((hash, digit) => (hash * 31n + BigInt(digit) + 7n) % 2n ** 80n, 17n);
  return mixed.toString(36).padStart(16, '0').slice(-16);
}
