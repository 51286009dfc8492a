/** Merges metadata as Stripe does: an empty value removes a key, an empty string removes all. */

type Metadata = Record<string, string>;

export function applyMetadata(
  current: Readonly<Metadata> | null,
  change: Readonly<Metadata> | null | undefined,
): Metadata {
  if (change === undefined) return { ...current };
  if (change === null) return {};
  const merged = Object.entries({ ...current, ...change }).filter(([, value]) => value !== '');
  return Object.fromEntries(merged);
}
