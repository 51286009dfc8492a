/** Reads Stripe's bracketed form encoding (`items[0][price]=…`) into nested data. */
import { parse } from 'qs-esm';

const limits = { depth: 10, arrayLimit: 1000, parameterLimit: 10_000, plainObjects: true };

export function parseForm(encoded: string): Record<string, unknown> {
  return parse(encoded, limits);
}
