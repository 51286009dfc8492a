/** What a session's metadata says once a page of Stripe's is to take its place: all that is needed to make that page. */
import type Stripe from 'stripe';

/** Set while the session is open; expiring the session after that is the lock. Its value: days of trial, 0 for none. */
export const HOSTED_MARK = 'billing_hosted';

/** Where the page leads back to. */
const RETURN = 'billing_hosted_return';

/** The email as it was typed. */
const EMAIL = 'billing_hosted_email';

/** What the page is made with, beside the session it replaces. */
export interface HostedMark {
  /** Days before anything is due; 0 for none. */
  readonly trialDays: number;
  readonly returnUrl: string;
  readonly email: string | null;
}

/** The mark as metadata. All of it is one update: written whole or not at all. */
export const toHostedMark = ({ trialDays, returnUrl, email }: HostedMark): Record<string, string> => ({
  [HOSTED_MARK]: String(trialDays),
  [RETURN]: returnUrl,
  [EMAIL]: email ?? '',
});

/** Takes a mark away. */
export const NO_HOSTED_MARK: Readonly<Record<string, string>> = { [HOSTED_MARK]: '', [RETURN]: '', [EMAIL]: '' };

/** Whether a key of metadata belongs to a mark. */
export const isHostedMark = (key: string): boolean => Object.hasOwn(NO_HOSTED_MARK, key);

/** Reads the mark; null where there is none. */
export function parseHostedMark({ metadata }: Pick<Stripe.Checkout.Session, 'metadata'>): HostedMark | null {
  const days = metadata?.[HOSTED_MARK] ?? '';
  const returnUrl = metadata?.[RETURN] ?? '';
  return /^\d{1,3}$/.test(days) && returnUrl !== ''
    ? { trialDays: Number(days), returnUrl, email: metadata?.[EMAIL] || null }
    : null;
}
