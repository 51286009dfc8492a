/** What a coupon takes off amounts, and how that is spread over them. */
import type { Coupon } from '../stripe-types.js';

/** One share for each amount; together they are the discount. */
export function discountAmounts(coupon: Coupon | undefined, amounts: readonly number[]): number[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  if (!coupon || sum <= 0) return amounts.map(() => 0);
  const off = coupon.percent_off === null ? (coupon.amount_off ?? 0) : Math.round((sum * coupon.percent_off) / 100);
  return spread(Math.min(off, sum), amounts, sum);
}

/** In proportion, whole minor units; what rounding leaves goes to the largest remainders. */
function spread(off: number, amounts: readonly number[], sum: number): number[] {
  const exact = amounts.map((amount) => (off * amount) / sum);
  const shares = exact.map(Math.floor);
  let rest = off - shares.reduce((total, share) => total + share, 0);
  const order = exact.map((value, index) => ({ index, part: value % 1 })).sort((a, b) => b.part - a.part);
  for (const { index } of order) {
    if (rest <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    rest -= 1;
  }
  return shares;
}
