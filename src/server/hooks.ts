/** What a host may do once a payment has ended. */
import type Stripe from 'stripe';
import type { Truth } from '../contract/truth.js';

/** What a hook is told. */
export interface CheckoutFact {
  /** Type, object and state reached, such as `checkout.completed:cs_…:paid`. The same however often it is told. */
  readonly fact: string;
  /** The session, read from Stripe just now: not the event's snapshot. */
  readonly session: Stripe.Checkout.Session;
  /** Where the payment stands. */
  readonly truth: Truth;
}

/** What is done about a fact. */
export type Hook = (fact: CheckoutFact) => Promise<void> | void;

/** Run at least once per fact, in no particular order. A hook that throws makes Stripe send the event again. */
export interface Hooks {
  /** Paid, or nothing was due. Hand over what was bought. */
  readonly completed?: Hook;
  /** A payment that was on its way did not arrive. */
  readonly failed?: Hook;
  /** The session can no longer be paid; nobody paid. */
  readonly expired?: Hook;
}

/**
 * Runs `run` unless this fact has been done, and remembers it when `run` succeeds. With a unique row per fact,
 * written in the same transaction as the hook's own work, the hook runs exactly once per success.
 */
export type Once = (fact: string, run: () => Promise<void>) => Promise<void>;
