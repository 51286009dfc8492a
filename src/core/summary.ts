/** What is being bought and what it costs, in our words. Never Stripe's object. */

/** Stripe's billing intervals. */
export type Interval = 'day' | 'week' | 'month' | 'year';

/** How often something is paid again. */
export interface Cadence {
  readonly interval: Interval;
  /** Every how many intervals: 3 with `month` is quarterly. */
  readonly count: number;
}

/** One line of what is bought. All amounts are integers in the currency's minor unit. */
export interface SummaryLine {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly quantity: number;
  readonly unitAmount: number;
  /** Before tax and discounts. */
  readonly amount: number;
  readonly cadence: Cadence | null;
}

/** What follows after today. */
export interface Recurring extends Cadence {
  /** Next total, in the currency's minor unit. */
  readonly amount: number;
  /** When a trial ends: seconds since the Unix epoch. Null without a trial. */
  readonly trialEnd: number | null;
}

/** What is being bought and what it costs. All amounts are integers in the currency's minor unit. */
export interface Summary {
  /** Three lower-case letters (ISO 4217). */
  readonly currency: string;
  readonly lines: readonly SummaryLine[];
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  /** The tax is not known before an address is. */
  readonly taxPending: boolean;
  /** Due today. */
  readonly total: number;
  readonly recurring: Recurring | null;
  /** The email Stripe will use, known or typed. */
  readonly email: string | null;
  /** Whether Stripe would take a confirmation now. */
  readonly canConfirm: boolean;
}
