/** Reads what the tag says. */
import { parseConfig, type CheckoutConfig, type ConfigProblem } from '../core/config.js';
import type { Item } from '../contract/items.js';

/** Where the billing backend is, unless the tag says otherwise. */
export const DEFAULT_ENDPOINT = '/billing';

/** The attributes that decide what is opened. */
export interface ConfigSource {
  readonly publishableKey: string | null;
  readonly endpoint: string | null;
  readonly price: string | null;
  readonly quantity: number | null;
  readonly items: readonly Item[] | null;
  readonly savePayment: string | null;
  readonly billingAddress: string | null;
  readonly returnUrl: string | null;
}

/** Checks the attributes; the problems when they cannot be used. A property never set is an attribute never given. */
export const readConfig = (tag: ConfigSource): CheckoutConfig | readonly ConfigProblem[] =>
  parseConfig({
    publishableKey: tag.publishableKey ?? null,
    endpoint: tag.endpoint ?? DEFAULT_ENDPOINT,
    price: tag.price ?? null,
    quantity: tag.quantity ?? null,
    items: tag.items ?? null,
    savePayment: tag.savePayment ?? null,
    billingAddress: tag.billingAddress ?? null,
    returnUrl: tag.returnUrl ?? null,
    pageUrl: location.href,
  });
