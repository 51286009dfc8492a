/** What is being bought and what it costs, in our words. Never Stripe's object. */
import type { TaxIdInfo } from './extra-fields.js';

/** Stripe's billing intervals. */
export type Interval = 'day' | 'week' | 'month' | 'year';

/** How often something is paid again. */
export interface Cadence {
  /** What is counted. */
  readonly interval: Interval;
  /** Every how many intervals: 3 with `month` is quarterly. */
  readonly count: number;
}

/** One line of what is bought. All amounts are integers in the currency's minor unit. */
export interface SummaryLine {
  /** Names the line as long as the session lives. */
  readonly id: string;
  /** The product's, for customers. */
  readonly name: string;
  /** The product's. Null where it has none. */
  readonly description: string | null;
  /** Whole units, from 1. */
  readonly quantity: number;
  /** The price of one, before tax and discounts. */
  readonly unitAmount: number;
  /** Before tax and discounts. */
  readonly amount: number;
  /** How often it is paid again. Null for what is paid once. */
  readonly cadence: Cadence | null;
}

/** Something taken off, by the customer's code or by the merchant. */
export interface Discount {
  /** The coupon's name, else its code. For customers. Empty where several are told as one. */
  readonly label: string;
  /** The promotion code. Null for a discount that the merchant gives. */
  readonly code: string | null;
  /** Taken off today: an integer in the currency's minor unit. 0 while a trial lasts. */
  readonly amount: number;
  /** For the first payment, for all of them, or for as many months. */
  readonly lasts: 'once' | 'forever' | number;
}

/** What follows after today. */
export interface Recurring extends Cadence {
  /** Next total, in the currency's minor unit. */
  readonly amount: number;
  /** What a discount takes off of it. */
  readonly discount: number;
  /** When a trial ends: seconds since the Unix epoch. Null without a trial. */
  readonly trialEnd: number | null;
}

/**
 * What every later payment comes to once no discount is left that ends, and what it is until then. A discount for ever
 * is part of the price; `reduced` is null where nothing ends.
 */
export function toRenewal(
  { amount, discount }: Recurring,
  discounts: readonly Discount[],
): { readonly regular: number; readonly reduced: number | null } {
  const ends = discount > 0 && discounts.some(({ lasts }) => lasts !== 'forever');
  return ends ? { regular: amount + discount, reduced: amount } : { regular: amount, reduced: null };
}

/** An invoice that is paid, and why the last try to charge it failed. */
export interface InvoiceFacts {
  /** As printed on it, such as `ACME-0042`. Null where Stripe gave none. */
  readonly number: string | null;
  /** Seconds since the Unix epoch; null when it is due at once. */
  readonly dueAt: number | null;
  /** Stripe's decline code and its sentence for the customer. */
  readonly failure: {
    /** Null where Stripe gave none. */
    readonly declineCode: string | null;
    /** Null where Stripe gave none. */
    readonly message: string | null;
  } | null;
}

/** What is being bought and what it costs. All amounts are integers in the currency's minor unit. */
export interface Summary {
  /** Three lower-case letters (ISO 4217). */
  readonly currency: string;
  /** What is bought, in Stripe's order. */
  readonly lines: readonly SummaryLine[];
  /** The lines together, before discounts and added tax. */
  readonly subtotal: number;
  /** All that is taken off today; never negative. */
  readonly discount: number;
  /** The same, each by itself. Empty where nothing is taken off. */
  readonly discounts: readonly Discount[];
  /** Added to the prices. */
  readonly tax: number;
  /** Contained in the prices. */
  readonly taxIncluded: number;
  /** The tax is the customer's own to pay to their tax office: a business in another country of the European Union. */
  readonly reverseCharge: boolean;
  /** The tax is not known before an address is. */
  readonly taxPending: boolean;
  /** A tax id that Stripe has taken, with its company. */
  readonly taxId: TaxIdInfo | null;
  /** Due today. */
  readonly total: number;
  /** What follows after today. Null for what is paid once. */
  readonly recurring: Recurring | null;
  /** Where an invoice is paid. */
  readonly invoice?: InvoiceFacts;
  /** The email Stripe will use, known or typed. */
  readonly email: string | null;
  /** Whether Stripe would take a confirmation now. */
  readonly canConfirm: boolean;
}
