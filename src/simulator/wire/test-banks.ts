/** The banks of the linking dialog, named by what becomes of a debit. The numbers behind them stay in the API. */

export interface TestBank {
  /** Names the linked account to the API. */
  readonly id: `fca_test_${string}`;
  readonly bank: string;
  readonly last4: string;
}

const bank = (outcome: string, name: string, last4: string): TestBank => ({
  id: `fca_test_${outcome}`,
  bank: name,
  last4,
});

export const testBanks: readonly TestBank[] = [
  bank('success', 'Success Bank', '6789'),
  bank('insufficientFunds', 'Insufficient Funds Bank', '2227'),
  bank('accountClosed', 'Closed Account Bank', '1113'),
  bank('noAccount', 'No Account Bank', '1116'),
  bank('debitNotAuthorized', 'Not Authorized Bank', '3335'),
  bank('weeklyLimitExceeded', 'Weekly Limit Bank', '7771'),
  bank('processing', 'Forever Processing Bank', '0009'),
  bank('dispute', 'Disputing Bank', '5559'),
  bank('riskLevelHighest', 'Blocked Bank', '4954'),
];

/** What the customer linked: shown in the payment form, never its number. */
export interface LinkedBank extends TestBank {
  readonly accountType: 'checking' | 'savings';
}
