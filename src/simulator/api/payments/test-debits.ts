/** Stripe's published test bank accounts, US and SEPA, and what becomes of a debit. */
import { debitFailures, declines, type Decline } from './declines.js';

export interface TestDebit {
  readonly type: 'us_bank_account' | 'sepa_debit';
  /** Account number, or IBAN. */
  readonly number: string;
  /** The ready-made payment method of this account. */
  readonly id?: string;
  /** The debit comes back with this. */
  readonly failure?: Decline;
  /** Refused before the bank is asked. */
  readonly blocked?: Decline;
  /** The customer's bank takes it back once it has arrived. */
  readonly disputed?: true;
  /** `late`: after three minutes. `never`: it stays under way. */
  readonly settles: 'soon' | 'late' | 'never';
  /** The small deposits that would prove it cannot be sent. */
  readonly unreachable?: true;
}

/** The only routing number of the test bank. */
export const testRoutingNumber = '110000000';

type More = Omit<Partial<TestDebit>, 'type' | 'number' | 'id'>;
const account = (number: string, name: string, more: More = {}): TestDebit => ({
  type: 'us_bank_account',
  number,
  id: `pm_usBankAccount_${name}`,
  settles: 'soon',
  ...more,
});
const iban = (number: string, more: More = {}): TestDebit => ({ type: 'sepa_debit', number, settles: 'soon', ...more });

const accounts: readonly TestDebit[] = [
  account('000123456789', 'success'),
  account('000111111113', 'accountClosed', { failure: debitFailures.accountClosed }),
  account('000000004954', 'riskLevelHighest', { blocked: declines.fraudulent }),
  account('000111111116', 'noAccount', { failure: debitFailures.noAccount }),
  account('000222222227', 'insufficientFunds', { failure: debitFailures.insufficientFunds }),
  account('000333333335', 'debitNotAuthorized', { failure: debitFailures.debitNotAuthorized }),
  account('000444444440', 'invalidCurrency', { failure: debitFailures.invalidCurrency }),
  account('000666666661', 'failMicrodeposits', { unreachable: true }),
  account('000555555559', 'dispute', { disputed: true }),
  account('000000000009', 'processing', { settles: 'never' }),
  account('000777777771', 'weeklyLimitExceeded', { failure: debitFailures.weeklyLimit }),
];

/** Each outcome has a number in Austria and one in Germany; what succeeds has more. */
const ibans: readonly TestDebit[] = [
  ...[
    'AT611904300234573201',
    'DE89370400440532013000',
    'BE62510007547061',
    'FR1420041010050500013M02606',
    'NL39RABO0300065264',
  ].map((number) => iban(number)),
  ...['AT321904300235473204', 'DE08370400440532013003'].map((number) => iban(number, { settles: 'late' })),
  ...['AT591904300235473203', 'DE35370400440532013002'].map((number) => iban(number, { disputed: true })),
  ...['AT861904300235473202', 'DE62370400440532013001'].map((number) =>
    iban(number, { failure: debitFailures.generic }),
  ),
  ...['AT051904300235473205', 'DE78370400440532013004'].map((number) =>
    iban(number, { failure: debitFailures.generic, settles: 'late' }),
  ),
  ...['AT981904300000343434', 'DE65370400440000343434'].map((number) =>
    iban(number, { failure: debitFailures.sourceLimit }),
  ),
  ...['AT601904300000121212', 'DE27370400440000121212'].map((number) =>
    iban(number, { failure: debitFailures.weeklyLimit }),
  ),
  ...['AT981904300002222227', 'DE65370400440002222227'].map((number) =>
    iban(number, { failure: debitFailures.insufficientFunds }),
  ),
];

const all = [...accounts, ...ibans];
const byNumber = new Map(all.map((item) => [item.number, item]));
const byId = new Map(all.flatMap((item) => (item.id === undefined ? [] : [[item.id, item] as const])));

export const testDebitByNumber = (number: string): TestDebit | undefined => byNumber.get(number);
export const testDebitById = (id: string): TestDebit | undefined => byId.get(id);

/** The account behind one that was linked in the dialog. */
export const testDebitOfLink = (id: string): TestDebit | undefined =>
  byId.get(id.replace(/^fca_test_/, 'pm_usBankAccount_'));
