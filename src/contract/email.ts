/** The rule for an email, the same in the browser and on the server. */
import * as z from 'zod/mini';

/** Longest address a mail server takes (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL = 254;

/**
 * Whether mail could be sent there, by its form. Never asks anybody.
 *
 * @example
 * ```ts
 * import { isEmail } from 'billing-checkout/contract';
 *
 * console.log(isEmail('ada@example.com')); // true
 * console.log(isEmail('ada@example')); // false
 * ```
 */
export function isEmail(value: string): boolean {
  const email = value.trim();
  return email.length <= MAX_EMAIL && z.regexes.email.test(email);
}
