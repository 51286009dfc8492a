/** Reads a field of Stripe's that may hold an id or the object itself. */

/** The object, when it was expanded; null when there is none, or only its id. */
export const toExpanded = <T extends object>(value: string | T | null | undefined): T | null =>
  typeof value === 'object' ? value : null;

/** The id, whether expanded or not. */
export const toId = (value: string | { readonly id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);
