/** The waits of a state: they end with it. */

/** Time, injectable. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** Runs an action once, after so many milliseconds; gives a timer. */
  readonly setTimeout: (action: () => void, ms: number) => unknown;
  /** Ends a timer before its time. */
  readonly clearTimeout: (timer: unknown) => void;
}

/**
 * The browser's own time.
 *
 * @example
 * ```ts
 * import { systemClock, type Clock } from 'billing-checkout/headless';
 *
 * // A clock that is an hour fast, for a look at what a session does when it ends.
 * export const fast: Clock = { ...systemClock, now: () => systemClock.now() + 3_600_000 };
 * ```
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (action, ms) => window.setTimeout(action, ms),
  clearTimeout: (timer) => {
    window.clearTimeout(timer as number);
  },
};

/** Timers that are cleared together, one per purpose. */
export class Timers {
  readonly #clock: Clock;
  readonly #pending = new Map<string, unknown>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Waits. Waiting again for the same purpose begins anew, so that repeated questions do not multiply. */
  wait(purpose: string, ms: number, action: () => void): void {
    this.#clock.clearTimeout(this.#pending.get(purpose));
    const timer = this.#clock.setTimeout(() => {
      this.#pending.delete(purpose);
      action();
    }, ms);
    this.#pending.set(purpose, timer);
  }

  clear(): void {
    for (const timer of this.#pending.values()) this.#clock.clearTimeout(timer);
    this.#pending.clear();
  }
}
