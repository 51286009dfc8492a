/** Finds what belongs to a customer or an invoice without reading whole tables. */
import type { Account } from './account.js';

/** Notes that an object may belong to another. Never taken back: whoever reads asks the object itself. */
export function own(account: Account, owner: string, id: string): void {
  const ids = account.owned.get(owner);
  if (!ids) account.owned.set(owner, [id]);
  else if (!ids.includes(id)) ids.push(id);
}

/** Objects of one table that were once noted for this owner, newest first. */
export function ownedBy<T>(account: Account, owner: string, table: ReadonlyMap<string, T>): T[] {
  const found = (account.owned.get(owner) ?? []).flatMap((id) => table.get(id) ?? []);
  return found.reverse();
}
