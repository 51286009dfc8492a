/** Time that stands still until it is told to pass. */
import type { Clock } from '../headless/timers.js';

/** A clock that only moves when it is told to. */
export interface FrozenClock extends Clock {
  /** Lets milliseconds pass: what waits for them happens, before this returns. */
  readonly pass: (ms: number) => void;
}

/** Makes a clock that stands at the present. */
export function createFrozenClock(): FrozenClock {
  const waiting = new Map<unknown, { readonly at: number; readonly action: () => void }>();
  let now = Date.now();
  let count = 0;
  return {
    now: () => now,
    setTimeout(action, ms) {
      count += 1;
      waiting.set(count, { at: now + ms, action });
      return count;
    },
    clearTimeout(timer) {
      waiting.delete(timer);
    },
    pass(ms) {
      now += ms;
      for (const [timer, { at, action }] of [...waiting]) if (at <= now && waiting.delete(timer)) action();
    },
  };
}
