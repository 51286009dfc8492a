/** The rule for an email, the same in the browser and on the server. */
import * as z from 'zod/mini';

/** Longest address a mail server takes (RFC 5321, 4.5.3.1.3). */
const MAX_EMAIL = 254;

const emailSchema = z.email().check(z.maxLength(MAX_EMAIL));

/** Whether mail could be sent there, by its form. Never asks anybody. */
export const isEmail = (value: string): boolean => emailSchema.safeParse(value.trim()).success;
