/** Cuts a page out of a table, newest first, without reading what is not on it. */
import type { Table } from '../state/table.js';
import type { ApiList } from '../stripe-types.js';
import { missingResource } from './api-error.js';
import { checkPage, type Listable, type PageParams } from './paginate.js';

export interface TableList<T, O extends Listable> {
  readonly table: Table<T>;
  /** The object that is listed of an entry. */
  readonly read: (entry: T) => O;
  readonly where: (object: O) => boolean;
  /** What a missing cursor would have been. */
  readonly object: string;
}

export function listTable<T, O extends Listable>(list: TableList<T, O>, params: PageParams, url: string): ApiList<O> {
  const { limit, after, before } = checkPage(params);
  if (before !== undefined) {
    checkCursor(list, before, 'ending_before');
    const { data, more } = take(list, list.table.newer(before), limit);
    return { object: 'list', url, has_more: more, data: data.reverse() };
  }
  if (after !== undefined) checkCursor(list, after, 'starting_after');
  const { data, more } = take(list, list.table.older(after), limit);
  return { object: 'list', url, has_more: more, data };
}

function take<T, O extends Listable>(
  { read, where }: TableList<T, O>,
  entries: Iterable<T>,
  limit: number,
): { data: O[]; more: boolean } {
  const data: O[] = [];
  for (const entry of entries) {
    const object = read(entry);
    if (!where(object)) continue;
    if (data.length === limit) return { data, more: true };
    data.push(object);
  }
  return { data, more: false };
}

function checkCursor<T, O extends Listable>(
  { table, read, where, object }: TableList<T, O>,
  id: string,
  param: string,
): void {
  const entry = table.get(id);
  if (entry === undefined || !where(read(entry))) throw missingResource(object, id, param, 400);
}
