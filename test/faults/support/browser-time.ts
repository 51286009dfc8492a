/** Time in the page: it passes by itself, and faster when it is told to. */
import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Lets time pass. */
    pass?: (ms: number) => void;
  }
}

/**
 * Gives each page of a context a clock that can be moved, and that is wrong by `skew` milliseconds. Frames keep their own
 * time: they are other parties, and may be the ones that hang.
 */
export async function withClock(context: BrowserContext, skew: number): Promise<void> {
  await context.addInitScript(installClock, skew);
}

/** Lets time pass. Where the page cannot be reached, none passes. */
export async function pass(page: Page, ms: number): Promise<void> {
  await reached(page.evaluate((by) => window.pass?.(by), ms)).catch(() => undefined);
}

/** How long a page may take to be reached, in milliseconds of ours. */
const REACH_MS = 2_000;

/** What a page says. Rejects where it cannot be reached: a browser holds all that is asked of a tab which waits for another page. */
export async function reached<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The page does not answer.'));
    }, REACH_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs in the page before anything else. */
function installClock(skew: number): void {
  if (window !== window.top) return;
  const start = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  const now = Date.now.bind(Date);
  const pending = new Map<number, { readonly at: number; readonly run: () => void; readonly timer: number }>();
  let moved = skew;
  let made = 1_000_000;
  window.Date = new Proxy(Date, {
    construct: (target, given: unknown[]) =>
      Reflect.construct(target, given.length > 0 ? given : [now() + moved]) as Date,
    get: (target, name): unknown => (name === 'now' ? () => now() + moved : Reflect.get(target, name)),
  });
  const go = (id: number): void => {
    const found = pending.get(id);
    if (!found) return;
    pending.delete(id);
    stop(found.timer);
    found.run();
  };
  const wait = (id: number, run: () => void, ms: number): void => {
    const timer = start(() => {
      go(id);
    }, ms);
    pending.set(id, { at: now() + moved + ms, run, timer });
  };
  const clear = (id?: number): void => {
    stop(pending.get(id ?? 0)?.timer ?? id);
    pending.delete(id ?? 0);
  };
  Object.assign(window, {
    setTimeout: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
      const id = (made += 1);
      wait(id, () => run(...given), ms);
      return id;
    },
    setInterval: (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
      const id = (made += 1);
      const again = (): void => {
        wait(id, again, ms);
        run(...given);
      };
      wait(id, again, ms);
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
    pass: (ms: number) => {
      moved += ms;
      const due = [...pending].filter(([, { at }]) => at <= now() + moved).sort(([, a], [, b]) => a.at - b.at);
      for (const [id] of due) go(id);
    },
  });
}
