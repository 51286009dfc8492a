/** A shop of its own for each test: real core, real headless, real HTTP; Stripe and time in memory. */
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Customer } from './customer.js';
import { Shop } from './shop.js';

/** Opens a shop before each test. */
export function useShop(): () => Shop {
  const server = setupServer();
  let shop: Shop;
  beforeAll(() => {
    server.listen({ onUnhandledRequest: 'error' });
  });
  beforeEach(() => {
    shop = new Shop();
    server.use(...shop.handlers());
  });
  afterEach(() => {
    server.resetHandlers();
  });
  afterAll(() => {
    server.close();
  });
  return () => shop;
}

/** Resolves when the server has been asked so often. */
export const asked = (shop: Shop, times: number, method = 'GET'): Promise<void> =>
  vi.waitFor(
    () => {
      expect(shop.requests.filter((each) => each === method)).toHaveLength(times);
    },
    { interval: 1, timeout: 10_000 },
  );

/** Resolves when so many timers are waiting: what the last answer means has been understood. */
export const waits = ({ clock }: Customer, timers: number): Promise<void> =>
  vi.waitFor(
    () => {
      expect(clock.pending).toBe(timers);
    },
    { interval: 1, timeout: 10_000 },
  );
