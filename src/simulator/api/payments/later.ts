/** What banks do later: debits arrive or come back. On demand they are held, so that "days later" can be played. */
import type { Account } from '../state/account.js';

export interface Later {
  /** Runs the work after `ms` milliseconds of the injected timer, outside of any request. */
  readonly run: (account: Account, ms: number, work: () => void) => void;
  /** Keeps what the account's banks would do until it is released. */
  readonly hold: (account: string) => void;
  readonly release: (account: string) => void;
  /** How many debits wait to be released; null when none are held. */
  readonly held: (account: string) => number | null;
  /** Resolves when nothing is under way any more. What is held stays held. */
  readonly settled: () => Promise<void>;
}

export function createLater(wait: (ms: number) => Promise<void>): Later {
  const running = new Set<Promise<void>>();
  const held = new Map<string, (() => void)[]>();
  const due = (account: Account, work: () => void): void => {
    const waiting = held.get(account.name);
    const go = (): void => {
      account.request = { id: null, idempotency_key: null };
      work();
      account.flush();
    };
    if (waiting) waiting.push(go);
    else go();
  };
  return {
    run: (account, ms, work) => {
      if (held.has(account.name)) {
        due(account, work);
        return;
      }
      const task = wait(ms).then(() => {
        due(account, work);
      });
      running.add(task);
      void task.finally(() => running.delete(task));
    },
    hold: (account) => {
      if (!held.has(account)) held.set(account, []);
    },
    release: (account) => {
      const waiting = held.get(account) ?? [];
      held.delete(account);
      for (const go of waiting) go();
    },
    held: (account) => held.get(account)?.length ?? null,
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
