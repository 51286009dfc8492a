/** A purchase: who buys what, on which terms. Everything a session is made from. */
import type { OpenRequest } from '../contract/open-request.js';
import type { Prefilled } from '../contract/shows-details.js';
import type { Caller } from './caller.js';
import type { CatalogItem } from './catalog.js';
import { digest, shortDigest } from './digest.js';

/** What the browser asked to open. */
export type PurchaseRequest = Extract<OpenRequest, { kind: 'purchase' }>;

/** What the browser says of its experiment, with the unit already hashed. */
export interface Placement {
  readonly name: string;
  readonly variant: string;
  readonly unitHash: string;
  readonly fallback: boolean;
  /** Details that the page knows, and would not ask for. */
  readonly prefilled: readonly Prefilled[];
}

/** A purchase whose items the catalog allows. */
export interface Purchase {
  readonly caller: Caller;
  readonly items: readonly CatalogItem[];
  readonly request: PurchaseRequest;
  /** Null outside an experiment. */
  readonly placement: Placement | null;
  /** The browser's purchase key (header `Idempotency-Key`). */
  readonly key: string;
  /** What `billing_purchase` says: whoever knows the key can be told from whoever only knows the id. */
  readonly keyHash: string;
}

/** Whether the customer is to pay on a page of Stripe's, not in the form. */
export const asksForPage = ({ request }: Purchase): boolean => request.ui === 'hosted';

/** Puts a purchase together. */
export async function toPurchase(
  request: PurchaseRequest,
  caller: Caller,
  items: readonly CatalogItem[],
  key: string,
): Promise<Purchase> {
  const { experiment } = request;
  const placement =
    experiment === undefined
      ? null
      : {
          name: experiment.name,
          variant: experiment.variant,
          unitHash: await shortDigest(`unit:${experiment.unit}`),
          fallback: experiment.fallback ?? false,
          prefilled: experiment.prefilled ?? [],
        };
  return { caller, items, request, placement, key, keyHash: await digest(`purchase:${key}`) };
}
