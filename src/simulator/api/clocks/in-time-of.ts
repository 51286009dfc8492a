/** Billing of a customer who was made with a test clock happens at the time of that clock. */
import type { Account } from '../state/account.js';
import type { Customer } from '../stripe-types.js';

/** Runs something at the time of a customer's test clock; at the account's own time where there is none. */
export function inTimeOf<T>(account: Account, customer: Customer | undefined, run: () => T): T {
  const id = customer?.test_clock;
  const clock = typeof id === 'string' ? account.testClocks.get(id) : undefined;
  return clock ? atTime(account, clock.frozen_time, run) : run();
}

/** Runs something at a moment, in Unix seconds. */
export function atTime<T>(account: Account, moment: number, run: () => T): T {
  const before = account.frozen;
  account.frozen = moment;
  try {
    return run();
  } finally {
    account.frozen = before;
  }
}
