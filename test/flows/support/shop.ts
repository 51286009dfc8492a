/** A shop of one's own: simulator, backend and demo pages on free ports. */
import { afterAll, beforeAll } from 'vitest';
import type Stripe from 'stripe';
import type { Hooks } from '../../../src/server/hooks.js';
import { startDemo } from '../../../scripts/start-demo.mjs';

/** A running shop, and the official SDK looking into its Stripe. */
export interface Shop {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly stripe: Stripe;
  /** The known customer's id. */
  readonly customer: string;
  /** Where its backend keeps funnel events. */
  readonly eventsFolder: string;
}

/** Starts a shop for the stories of one file. `hooks` are the merchant's. */
export function useShop(options: { readonly hooks?: Hooks } = {}): () => Shop {
  let shop: Shop & { close(): Promise<void> };
  beforeAll(async () => {
    shop = await startDemo({ quiet: true, ...options });
  });
  afterAll(() => shop.close());
  return () => shop;
}
