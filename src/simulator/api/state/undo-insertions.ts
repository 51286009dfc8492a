/** Takes back what a refused request has made: a refusal of the API leaves nothing behind. */
import type { Account } from './account.js';

/** Remembers what exists now; the returned function removes what has been added since, events included. */
export function undoInsertions(account: Account): () => void {
  const tables = Object.values<unknown>({ ...account }).filter(
    (value): value is Map<string, unknown> => value instanceof Map,
  );
  const before = tables.map((table) => [table, table.size] as const);
  return () => {
    account.outbox.length = 0;
    for (const [table, size] of before) {
      // Maps keep insertion order, so what is new is at the end.
      for (const key of [...table.keys()].slice(size)) table.delete(key);
    }
  };
}
