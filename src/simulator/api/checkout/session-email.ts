/** Whose receipt this is: the customer's email, else the merchant's, else the one typed. */
import type { Account } from '../state/account.js';
import type { SessionRecord } from './session-record.js';

export function fixedEmail(account: Account, { session }: SessionRecord): string | null {
  const customer = typeof session.customer === 'string' ? account.customers.get(session.customer) : undefined;
  return customer?.email ?? session.customer_email;
}

export const emailOf = (account: Account, record: SessionRecord): string | null =>
  fixedEmail(account, record) ?? record.typed.email;
