/** Routes of test clocks: time that moves for the customers made with one. */
import { findClock } from './find-clock.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { newestFirst, paginate } from '../http/paginate.js';
import { integer, pagination, textUpTo } from '../http/params.js';
import { deleteCustomer } from '../customers/delete-customer.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { TestClock } from '../stripe-types.js';
import { moveClock } from './advance-clock.js';
import { customersOf } from './find-clock.js';

const MONTH = 30 * 86_400;
const path = '/v1/test_helpers/test_clocks' as const;

function createClock(account: Account, frozen: number, name: string | null): TestClock {
  const now = account.now();
  const clock: TestClock = {
    id: makeId('clock'),
    object: 'test_helpers.test_clock',
    created: now,
    deletes_after: now + MONTH,
    frozen_time: frozen,
    livemode: false,
    name,
    status: 'ready',
    status_details: {},
  };
  account.testClocks.set(clock.id, clock);
  account.emit('test_helpers.test_clock.created', clock);
  return clock;
}

export const testClockEndpoints: readonly Endpoint[] = [
  endpoint(`POST ${path}`, {
    params: { frozen_time: integer, name: textUpTo(300).optional() },
    run: ({ account, params }) => createClock(account, params.frozen_time, params.name ?? null),
  }),
  endpoint(`GET ${path}`, {
    params: pagination,
    run: ({ account, params, path: url }) => paginate(newestFirst(account.testClocks), params, url),
  }),
  endpoint(`GET ${path}/:id`, { run: ({ account, id }) => findClock(account, id) }),
  endpoint(`DELETE ${path}/:id`, {
    run: ({ account, id }) => {
      const clock = findClock(account, id);
      for (const customer of customersOf(account, clock)) deleteCustomer(account, customer);
      account.testClocks.delete(id);
      account.emit('test_helpers.test_clock.deleted', clock);
      return { id, object: clock.object, deleted: true };
    },
  }),
  endpoint(`POST ${path}/:id/advance`, {
    params: { frozen_time: integer },
    run: ({ account, params, id }) => {
      const clock = findClock(account, id);
      const target = params.frozen_time;
      moveClock(account, clock, target);
      // Stripe answers before the work is done; whoever reads the clock again finds it ready.
      return { ...clock, status: 'advancing', status_details: { advancing: { target_frozen_time: target } } };
    },
  }),
];
