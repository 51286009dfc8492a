/** Finds test clocks, and the customers who live in their time. */
import { invalidRequest, missingResource } from '../http/api-error.js';
import type { Account } from '../state/account.js';
import type { Customer, TestClock } from '../stripe-types.js';

/** As many customers as Stripe lets a clock have. */
const MOST_CUSTOMERS = 3;

export function findClock(account: Account, id: string, param?: string): TestClock {
  const clock = account.testClocks.get(id);
  if (!clock) throw missingResource('test_clock', id, param, param ? 400 : 404);
  return clock;
}

export const customersOf = (account: Account, clock: TestClock): Customer[] =>
  [...account.customers.values()].filter((customer) => customer.test_clock === clock.id);

/** The clock a new customer is made with. */
export function clockFor(account: Account, id: string): TestClock {
  const clock = findClock(account, id, 'test_clock');
  if (customersOf(account, clock).length >= MOST_CUSTOMERS) {
    const message = `You can only add up to ${String(MOST_CUSTOMERS)} customers to a test clock.`;
    throw invalidRequest(message, { code: 'test_clock_customer_limit', param: 'test_clock' });
  }
  return clock;
}
