/** The numbers that tests pay with do in the local Stripe what their names say. */
import { expect, it } from 'vitest';
import { testCardByNumber } from '../../src/simulator/api/payments/test-cards.js';
import { testDebitByNumber } from '../../src/simulator/api/payments/test-debits.js';
import { bankAccounts, cards, ibans } from '../../src/testing/index.js';

/** What becomes of a debit, in a line. */
function outcomeOf(number: string): string {
  const debit = testDebitByNumber(number);
  if (!debit) return 'is none';
  return [debit.type, debit.failure?.code ?? (debit.disputed ? 'disputed' : 'paid'), debit.settles].join(' ');
}

const toOutcomes = (numbers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, outcomeOf(number)]));

it('of US bank accounts', () => {
  expect(toOutcomes(bankAccounts)).toEqual({
    pays: 'us_bank_account paid soon',
    closed: 'us_bank_account account_closed soon',
    noAccount: 'us_bank_account no_account soon',
    insufficientFunds: 'us_bank_account insufficient_funds soon',
    notAuthorized: 'us_bank_account debit_not_authorized soon',
    processing: 'us_bank_account paid never',
    disputed: 'us_bank_account disputed soon',
  });
});

it('of IBANs', () => {
  expect(toOutcomes(ibans)).toEqual({
    pays: 'sepa_debit paid soon',
    paysLate: 'sepa_debit paid late',
    fails: 'sepa_debit payment_method_provider_decline soon',
    failsLate: 'sepa_debit payment_method_provider_decline late',
    insufficientFunds: 'sepa_debit insufficient_funds soon',
    disputed: 'sepa_debit disputed soon',
  });
});

it('of cards', () => {
  const outcomes = Object.entries(cards).map(([name, number]) => {
    const card = testCardByNumber(number);
    return [name, card && (card.decline?.decline_code ?? card.decline?.code ?? (card.challenge ? 'asks' : 'pays'))];
  });
  expect(Object.fromEntries(outcomes)).toEqual({
    pays: 'pays',
    asks3ds: 'asks',
    declined: 'generic_decline',
    insufficientFunds: 'insufficient_funds',
    lost: 'lost_card',
    stolen: 'stolen_card',
    expired: 'expired_card',
    incorrectCvc: 'incorrect_cvc',
    processingError: 'processing_error',
    declinedLater: 'generic_decline',
  });
});
