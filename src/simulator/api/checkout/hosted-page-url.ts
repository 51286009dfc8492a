/** Where a session has a page of its own. */
import type { Account } from '../state/account.js';

/** The session's id is the key: it cannot be guessed, and it names no account. */
export const hostedPageUrl = ({ origin }: Pick<Account, 'origin'>, id: string): string => `${origin}/c/pay/${id}`;

/** Marks a customer who comes back from their bank's page. */
export const RETURNED = 'returned';
