/** Stripe's published test bank accounts, by what they do. */

/**
 * Numbers of US bank accounts by what becomes of a debit; their routing number is `110000000`. Source:
 * docs.stripe.com/payments/ach-direct-debit. No real account is among them.
 *
 * @example
 * ```ts
 * import { bankAccounts, type PageLike } from 'billing-checkout/testing';
 *
 * // Where the customer has chosen to type an account, in the frame of Stripe's payment fields.
 * export async function typeAccount(page: PageLike): Promise<void> {
 *   const fields = page.frameLocator('iframe[title="Secure payment input frame"]');
 *   await fields.locator('[name="routingNumber"]').fill('110000000');
 *   await fields.locator('[name="accountNumber"]').fill(bankAccounts.insufficientFunds);
 * }
 * ```
 */
export const bankAccounts = {
  /** Pays. */
  pays: '000123456789',
  /** Comes back: the account is closed. */
  closed: '000111111113',
  /** Comes back: there is no such account. */
  noAccount: '000111111116',
  insufficientFunds: '000222222227',
  /** Comes back: the account's owner has not allowed it. */
  notAuthorized: '000333333335',
  /** Stays under way. */
  processing: '000000000009',
  /** Pays, and is taken back once it has arrived. */
  disputed: '000555555559',
} as const;

/**
 * IBANs for SEPA Direct Debit by what becomes of a debit, of German accounts. Source: docs.stripe.com/payments/sepa-debit. No
 * real account is among them.
 *
 * @example
 * ```ts
 * import { ibans, type PageLike } from 'billing-checkout/testing';
 *
 * // Where the customer has chosen SEPA Direct Debit, in the frame of Stripe's payment fields.
 * export async function typeIban(page: PageLike): Promise<void> {
 *   const fields = page.frameLocator('iframe[title="Secure payment input frame"]');
 *   await fields.locator('[name="iban"]').fill(ibans.paysLate);
 * }
 * ```
 */
export const ibans = {
  /** Pays. */
  pays: 'DE89370400440532013000',
  /** Pays after three minutes. */
  paysLate: 'DE08370400440532013003',
  /** Comes back, for no reason given. */
  fails: 'DE62370400440532013001',
  /** Comes back after three minutes. */
  failsLate: 'DE78370400440532013004',
  insufficientFunds: 'DE65370400440002222227',
  /** Pays, and is taken back once it has arrived. */
  disputed: 'DE35370400440532013002',
} as const;
