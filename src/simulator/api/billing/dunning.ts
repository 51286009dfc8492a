/** When a failed invoice is tried again, and what becomes of its subscription when nothing helps. */
import type { Decline } from '../payments/declines.js';

/** What an account's settings say about payments that fail. */
export interface Dunning {
  /** What becomes of a subscription after the last try. */
  afterRetries: 'cancel' | 'unpaid' | 'past_due';
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
