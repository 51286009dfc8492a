/** Cuts a page out of a collection, newest first. */
import type { ApiList } from '../stripe-types.js';
import { ApiError, missingResource } from './api-error.js';
import type { CreatedFilter } from './params.js';

export interface PageParams {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

export interface Listable {
  readonly id: string;
  readonly object: string;
}

const refuse = (message: string, param: string): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', message, param }, 'validation');

/** `items` come in the order they are listed in. */
export function paginate<T extends Listable>(items: readonly T[], params: PageParams, url: string): ApiList<T> {
  const { limit, after, before } = checkPage(params);
  if (before) {
    const end = indexOf(items, before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', url, has_more: start > 0, data: items.slice(start, end) };
  }
  const start = after ? indexOf(items, after, 'starting_after') + 1 : 0;
  const data = items.slice(start, start + limit);
  return { object: 'list', url, has_more: start + limit < items.length, data };
}

/** Throws Stripe's refusal of a page that cannot be. */
export function checkPage({ limit = 10, starting_after: after, ending_before: before }: PageParams): {
  limit: number;
  after: string | undefined;
  before: string | undefined;
} {
  if (limit < 1 || limit > 100) {
    throw refuse(`Invalid limit: must be between 1 and 100 (got ${String(limit)})`, 'limit');
  }
  if (after && before) throw refuse('You cannot use starting_after and ending_before together.', 'ending_before');
  return { limit, after, before };
}

function indexOf(items: readonly Listable[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw missingResource(items[0]?.object ?? 'object', id, param, 400);
  return index;
}

/** Newest first: tables keep insertion order. */
export const newestFirst = <T>(table: ReadonlyMap<string, T>): T[] => [...table.values()].reverse();

export function createdWithin(filter: CreatedFilter): (item: { readonly created: number }) => boolean {
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = filter ?? {};
  return ({ created }) => created > gt && created >= gte && created < lt && created <= lte;
}
