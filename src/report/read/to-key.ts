/** Stands for an object of Stripe's in the rows: ids themselves are not kept. */
import { createHash } from 'node:crypto';

/** Sixteen characters; the same id has the same key. */
export const toKey = (id: string): string => createHash('sha256').update(id).digest('base64url').slice(0, 16);

/** Key of an object that Stripe answers as an id, or whole where it was expanded. */
export function keyOf(value: string | { readonly id: string } | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return toKey(typeof value === 'string' ? value : value.id);
}
