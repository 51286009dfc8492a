/** Makes ids and secrets that look like Stripe's. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Randomness is fetched in bulk: every request makes several ids. */
const pool = new Uint8Array(4096);
let used = pool.length;

export function randomText(length: number): string {
  if (used + length > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, (used += length));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** `makeId('cus')` is `cus_` and fourteen characters, as Stripe's; longer where Stripe's are. */
export function makeId(prefix: string): string {
  return `${prefix}_${randomText(lengths[prefix] ?? 24)}`;
}

const lengths: Readonly<Record<string, number>> = {
  cus: 14,
  prod: 14,
  li: 24,
  req: 14,
  si: 14,
  cs_test: 58,
  whsec: 32,
};
