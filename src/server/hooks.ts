/** What a host may do once a payment has ended. */
import type Stripe from 'stripe';
import type { Assignment } from '../contract/assignment.js';
import type { Truth } from '../contract/truth.js';
import type { SubscriptionHooks } from './subscription-facts.js';

/** What a hook is told. */
export interface CheckoutFact {
  /** Type, object and state reached, such as `checkout.completed:cs_…:paid`. The same however often it is told. */
  readonly fact: string;
  /** The session, read from Stripe just now: not the event's snapshot. */
  readonly session: Stripe.Checkout.Session;
  /** Where the payment stands. */
  readonly truth: Truth;
  /** The experiment it was opened in, as its metadata says now; null outside one. */
  readonly assignment: Assignment | null;
}

/** What the hook `exposed` is told. */
export interface ExposureFact {
  /** `experiment.exposed:<name>:<hash of the unit>`. The same whenever this unit opens a session in this experiment. */
  readonly fact: string;
  /** The session, made just now. */
  readonly session: Stripe.Checkout.Session;
  /** The experiment, the variant and who was assigned. */
  readonly assignment: Assignment;
}

/** What is done about a fact. */
export type Hook = (fact: CheckoutFact) => Promise<void> | void;

/**
 * Run at least once per fact, in no particular order. A hook that throws makes Stripe send the event again.
 *
 * @example
 * ```ts
 * import type { Hooks } from 'billing-checkout/server';
 *
 * export const createHooks = (grant: (customer: string) => Promise<void>): Hooks => ({
 *   // Told at least once: let what you do be the same when it is done again, or give the server `once`.
 *   completed: async ({ session, truth }) => {
 *     if (typeof session.customer === 'string' && truth.payment !== 'invoiced') await grant(session.customer);
 *   },
 *   failed: ({ fact }) => {
 *     console.warn(fact);
 *   },
 * });
 * ```
 */
export interface Hooks extends SubscriptionHooks {
  /** Paid, nothing was due, or invoiced (`truth.payment` says which). Hand over what was bought. */
  readonly completed?: Hook;
  /** A payment that was on its way did not arrive. */
  readonly failed?: Hook;
  /** The session can no longer be paid; nobody paid. */
  readonly expired?: Hook;
  /**
   * A unit has opened a session within an experiment. Run while the session is opened, which waits for it for a
   * second at most: told with every new session, and with `once` only the first time. A hook that throws is
   * reported to `onError` and stops nothing.
   */
  readonly exposed?: (fact: ExposureFact) => Promise<void> | void;
}

/**
 * Runs `run` unless this fact has been done, and remembers it when `run` succeeds. With a unique row per fact,
 * written in the same transaction as the hook's own work, the hook runs exactly once per success.
 *
 * @example
 * ```ts
 * import type { Once } from 'billing-checkout/server';
 *
 * // For one process, and until it ends. The recipes keep facts in Postgres or Redis.
 * export function createOnce(): Once {
 *   const done = new Map<string, Promise<void>>();
 *   return (fact, run) => {
 *     const running = done.get(fact) ?? run();
 *     done.set(fact, running);
 *     running.catch(() => done.delete(fact));
 *     return running;
 *   };
 * }
 * ```
 */
export type Once = (fact: string, run: () => Promise<void>) => Promise<void>;

/** Without `once` a fact is told however often it happens. */
export const runAlways: Once = (_fact, run) => run();
