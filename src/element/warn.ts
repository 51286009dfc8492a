/** Tells developers of a mistake, once. */

const told = new Set<string>();

/** Warns on the console. The same sentence is said once per page. */
export function warnOnce(sentence: string): void {
  if (told.has(sentence)) return;
  told.add(sentence);
  console.warn(`[billing-checkout] ${sentence}`);
}
