/** P-values of several comparisons, corrected so that together they err as seldom as one (Holm). */
import { StatisticsError } from './statistics-error.js';

/**
 * Holm's correction, in the order given: R's `p.adjust(p, method = "holm")`.
 *
 * @throws {@link StatisticsError} for a p-value outside 0 … 1.
 */
export function adjustHolm(ps: readonly number[]): readonly number[] {
  for (const p of ps) {
    if (!(p >= 0 && p <= 1)) throw new StatisticsError('p', `${p} is no probability`, 'Give numbers from 0 to 1.');
  }
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = ps.slice();
  let highest = 0;
  order.forEach(({ p, index }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[index] = highest;
  });
  return adjusted;
}
