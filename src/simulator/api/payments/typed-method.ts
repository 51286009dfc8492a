/** A way to pay as the payment frame sends it, and the payment method made of it. */
import { z } from 'zod';
import { testBanks } from '../../wire/test-banks.js';
import { walletCards, walletTypes } from '../../wire/wallets.js';
import { toAddress } from '../customers/create-customer.js';
import { invalidRequest, type ApiError } from '../http/api-error.js';
import { address, integer } from '../http/params.js';
import type { Account } from '../state/account.js';
import { createDebitMethod, createIdealMethod, createMethod, createWalletMethod } from './create-method.js';
import type { BillingDetails, MethodRecord } from './method-record.js';
import type { Offered } from './offered-types.js';
import { readCard } from './read-card.js';
import { testDebitByNumber, testDebitOfLink, testRoutingNumber, type TestDebit } from './test-debits.js';

const blank = z.string().max(5000).optional();

const data = {
  card: z.strictObject({ number: z.string(), exp_month: integer, exp_year: integer, cvc: z.string().optional() }),
  us_bank_account: z.strictObject({
    account_holder_type: z.enum(['company', 'individual']).optional(),
    account_type: z.enum(['checking', 'savings']).optional(),
    account_number: z.string().optional(),
    routing_number: z.string().optional(),
    financial_connections_account: z.string().optional(),
  }),
  sepa_debit: z.strictObject({ iban: z.string() }),
  ideal: z.strictObject({ bank: z.string().optional() }),
  wallet: z.strictObject({ type: z.enum(walletTypes), card: z.enum(walletCards.map(({ id }) => id)) }),
};

/** Of every kind only the one that `type` names. */
export const typedMethod = z.strictObject({
  type: z.enum(['card', 'us_bank_account', 'sepa_debit', 'ideal']),
  card: data.card.optional(),
  wallet: data.wallet.optional(),
  us_bank_account: data.us_bank_account.optional(),
  sepa_debit: data.sepa_debit.optional(),
  ideal: data.ideal.optional(),
  billing_details: z.strictObject({ name: blank, email: blank, phone: blank, address: address.optional() }).optional(),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
});
export type TypedMethod = z.output<typeof typedMethod>;
type TypedAccount = z.output<typeof data.us_bank_account>;

/** Whose it is, as far as it was typed. */
export function toDetails({ billing_details: typed }: TypedMethod): BillingDetails {
  const { name, email, phone, address: place } = typed ?? {};
  return {
    name: name || null,
    email: email || null,
    phone: phone || null,
    address: place ? toAddress(place) : null,
    tax_id: null,
  };
}

/** Makes the method, or refuses what was typed. */
export function makeTyped(
  account: Account,
  typed: TypedMethod,
  details: BillingDetails,
  offered: Offered,
): MethodRecord {
  const { type } = typed;
  if (!offered.types.includes(type)) {
    throw invalidRequest(`The payment method type "${type}" is not offered for this payment.`, {
      param: 'payment_method_data[type]',
    });
  }
  switch (type) {
    case 'card':
      if (typed.wallet) {
        if (typed.card) throw bothCards();
        return createWalletMethod(account, typed.wallet, details);
      }
      return createMethod(account, readCard(typed.card ?? missing('card'), account.now()), details);
    case 'us_bank_account': {
      if (!details.name) throw incomplete('name');
      if (!details.email) throw incomplete('email');
      const given = typed.us_bank_account ?? missing('us_bank_account');
      const { debit, bank } = readAccount(given, offered.verification);
      return createDebitMethod(account, debit, details, {
        bank,
        linked: given.financial_connections_account ?? null,
        accountType: given.account_type ?? 'checking',
        holderType: given.account_holder_type ?? 'individual',
      });
    }
    case 'sepa_debit': {
      if (!details.name) throw incomplete('name');
      if (!details.email) throw incomplete('email');
      return createDebitMethod(account, readIban((typed.sepa_debit ?? missing('sepa_debit')).iban), details);
    }
    case 'ideal':
      return createIdealMethod(account, details);
  }
}

const bothCards = (): ApiError =>
  invalidRequest('You may only specify one of these parameters: card, wallet.', {
    param: 'payment_method_data[wallet]',
  });

function missing(type: string): never {
  const param = `payment_method_data[${type}]`;
  throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

/** A mandate needs to say who gave it. */
const incomplete = (field: 'name' | 'email'): ApiError => {
  const param = `payment_method_data[billing_details][${field}]`;
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
};

function readAccount(
  { financial_connections_account: link, account_number: number, routing_number: routing }: TypedAccount,
  verification: Offered['verification'],
): { debit: TestDebit; bank: string } {
  if (link !== undefined) {
    const debit = testDebitOfLink(link);
    const bank = testBanks.find(({ id }) => id === link);
    if (!debit || !bank) {
      const param = 'payment_method_data[us_bank_account][financial_connections_account]';
      throw invalidRequest(`No such financial_connections.account: '${link}'`, { code: 'resource_missing', param });
    }
    return { debit, bank: bank.bank };
  }
  const at = (name: string): string => `payment_method_data[us_bank_account][${name}]`;
  if (verification === 'instant') {
    throw invalidRequest('This payment needs a bank account that was linked: `verification_method` is `instant`.', {
      param: at('account_number'),
    });
  }
  if (routing !== testRoutingNumber) {
    throw invalidRequest(`You must use a test bank account number in test mode. Try ${testRoutingNumber}.`, {
      code: 'routing_number_invalid',
      param: at('routing_number'),
    });
  }
  const debit = testDebitByNumber(number ?? '');
  if (debit?.type !== 'us_bank_account') {
    const message = 'You must use a test bank account number in test mode. Try 000123456789.';
    throw invalidRequest(message, { code: 'account_number_invalid', param: at('account_number') });
  }
  return { debit, bank: 'STRIPE TEST BANK' };
}

function readIban(typed: string): TestDebit {
  const debit = testDebitByNumber(typed.replaceAll(/\s/g, '').toUpperCase());
  if (debit?.type === 'sepa_debit') return debit;
  const message = 'Invalid test IBAN. Please use a test IBAN of Stripe’s, such as AT611904300234573201.';
  throw invalidRequest(message, { code: 'invalid_bank_account_iban', param: 'payment_method_data[sepa_debit][iban]' });
}
