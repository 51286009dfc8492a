/** The waits of a state: they end with it. */

/** Time, injectable. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  setTimeout(action: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The browser's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (action, ms) => window.setTimeout(action, ms),
  clearTimeout: (timer) => {
    window.clearTimeout(timer as number);
  },
};

/** Timers that are cleared together. */
export class Timers {
  readonly #clock: Clock;
  readonly #pending = new Set<unknown>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  wait(ms: number, action: () => void): void {
    const timer = this.#clock.setTimeout(() => {
      this.#pending.delete(timer);
      action();
    }, ms);
    this.#pending.add(timer);
  }

  clear(): void {
    for (const timer of this.#pending) this.#clock.clearTimeout(timer);
    this.#pending.clear();
  }
}
