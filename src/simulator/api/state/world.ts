/** All accounts of one simulator, and what they share: the clock, the log, the faults. */
import { createDeliveries, type Deliveries } from '../events/deliveries.js';
import { createFaults, type Faults } from '../http/faults.js';
import { createIdempotencyKeys, type IdempotencyKeys } from '../http/idempotency.js';
import type { LogEntry } from '../http/request-log.js';
import { createLater, type Later } from '../payments/later.js';
import type { Account } from './account.js';
import { createAccount, type Reaction } from './create-account.js';

export interface AccountState {
  readonly account: Account;
  readonly keys: IdempotencyKeys;
  /** Paths of objects that a request holds at the moment. */
  readonly locks: Set<string>;
}

export interface World {
  /** Milliseconds by the injected clock, as this account sees it. */
  readonly now: (account: string | null) => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: LogEntry[];
  readonly faults: Faults;
  readonly deliveries: Deliveries;
  readonly later: Later;
  /** Accounts come into being when they are first named. */
  readonly stateOf: (name: string) => AccountState;
  readonly states: () => Iterable<AccountState>;
}

export interface WorldOptions {
  readonly now: (account: string | null) => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly fetch: typeof fetch;
  readonly react: Reaction;
}

export function createWorld({ now, wait, fetch, react }: WorldOptions): World {
  const states = new Map<string, AccountState>();
  const deliveries = createDeliveries({ wait, fetch });
  const later = createLater(wait);
  const stateOf = (name: string): AccountState => {
    const known = states.get(name);
    if (known) return known;
    const seconds = (): number => Math.floor(now(name) / 1000);
    const account = createAccount(name, seconds, deliveries.send, later.run, react);
    const made = { account, keys: createIdempotencyKeys(() => now(name)), locks: new Set<string>() };
    states.set(name, made);
    return made;
  };
  return { now, wait, log: [], faults: createFaults(), deliveries, later, stateOf, states: () => states.values() };
}
