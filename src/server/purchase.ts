/** A purchase: who buys what, on which terms. Everything a session is made from. */
import type { OpenRequest } from '../contract/open-request.js';
import type { Caller } from './caller.js';
import type { CatalogItem } from './catalog.js';
import { digest, shortDigest } from './digest.js';

/** What the browser asked to open. */
export type PurchaseRequest = Extract<OpenRequest, { kind: 'purchase' }>;

/** An experiment's assignment, with the unit already hashed. */
export interface Assignment {
  readonly name: string;
  readonly variant: string;
  readonly unitHash: string;
}

/** A purchase whose items the catalog allows. */
export interface Purchase {
  readonly caller: Caller;
  readonly items: readonly CatalogItem[];
  readonly request: PurchaseRequest;
  readonly assignment: Assignment | null;
  /** The browser's purchase key (header `Idempotency-Key`). */
  readonly key: string;
  /** What `billing_purchase` says: whoever knows the key can be told from whoever only knows the id. */
  readonly keyHash: string;
}

/** Puts a purchase together. */
export async function toPurchase(
  request: PurchaseRequest,
  caller: Caller,
  items: readonly CatalogItem[],
  key: string,
): Promise<Purchase> {
  const { experiment } = request;
  const assignment =
    experiment === undefined
      ? null
      : {
          name: experiment.name,
          variant: experiment.variant,
          unitHash: await shortDigest(`unit:${experiment.unit}`),
        };
  return { caller, items, request, assignment, key, keyHash: await digest(`purchase:${key}`) };
}
