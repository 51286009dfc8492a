/** How many decimals a currency's minor unit has at Stripe. Source: docs.stripe.com/currencies. */

const ZERO_DECIMAL = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '));
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));

/**
 * Decimals of the minor unit: 0 for `jpy`, 3 for `kwd`, else 2. `currency` in any case.
 *
 * @example
 * ```ts
 * import { minorUnitDecimals } from 'billing-checkout/contract';
 *
 * // An amount in minor units, as people write it.
 * export const toPrice = (amount: number, currency: string): string =>
 *   (amount / 10 ** minorUnitDecimals(currency)).toLocaleString('en', { style: 'currency', currency });
 *
 * console.log(toPrice(1999, 'usd')); // '$19.99'
 * console.log(toPrice(1999, 'jpy')); // '¥1,999'
 * ```
 */
export function minorUnitDecimals(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (ZERO_DECIMAL.has(code)) return 0;
  return THREE_DECIMAL.has(code) ? 3 : 2;
}
