/** The clock: injected, and of each account's own where wanted. */
import Stripe from 'stripe';
import { expect, it } from 'vitest';
import { createSimulator } from '../../../src/simulator/index.js';

it('lets one account live in the past while another is used now', async () => {
  const today = Date.UTC(2026, 5, 15);
  const simulator = createSimulator({ now: (account) => (account === 'history' ? Date.UTC(2026, 4, 1) : today) });
  const httpClient = Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init)));
  const [history, live] = ['history', 'live'].map((name) => new Stripe(`sk_test_${name}`, { httpClient }));

  expect((await history?.customers.create({}))?.created).toBe(Date.UTC(2026, 4, 1) / 1000);
  expect((await live?.customers.create({}))?.created).toBe(today / 1000);
});
