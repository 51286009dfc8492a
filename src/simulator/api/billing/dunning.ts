/** When a failed invoice is tried again, and what becomes of its subscription when nothing helps. */
import { declines, type Decline } from '../payments/declines.js';

/** What may become of a subscription after the last try. */
export const AFTER_RETRIES = ['cancel', 'unpaid', 'past_due'] as const satisfies readonly AfterRetries[];

/** What becomes of a subscription after the last try. */
export type AfterRetries = 'cancel' | 'unpaid' | 'past_due';

/** Refusals of a customer's bank that Billing may meet, by their names. */
export const RENEWAL_DECLINES = {
  insufficient_funds: declines.insufficientFunds,
  generic_decline: declines.generic,
  expired_card: declines.expired,
  lost_card: declines.lost,
  processing_error: declines.processingError,
} as const satisfies Readonly<Record<RenewalDecline, Decline>>;

/** A refusal of a customer's bank that Billing may meet. */
export type RenewalDecline =
  'insufficient_funds' | 'generic_decline' | 'expired_card' | 'lost_card' | 'processing_error';

export const isRenewalDecline = (name: string): name is RenewalDecline => Object.hasOwn(RENEWAL_DECLINES, name);

/** What an account's settings say about payments that fail. */
export interface Dunning {
  /** What becomes of a subscription after the last try. */
  afterRetries: AfterRetries;
  /** Customers whose next charge by Billing fails in this way, whatever their card. */
  readonly nextDeclines: Map<string, Decline>;
}

const DAY = 86_400;

/** Pauses after the first failed try, the second, the third, in seconds. A guess: Stripe chooses the moment by itself. */
const RETRY_AFTER = [3 * DAY, 5 * DAY, 7 * DAY];

export const createDunning = (): Dunning => ({ afterRetries: 'cancel', nextDeclines: new Map() });

/** Unix seconds of the try after so many; null when that was the last. */
export function nextTry(tries: number, now: number): number | null {
  const pause = RETRY_AFTER[tries - 1];
  return pause === undefined ? null : now + pause;
}
