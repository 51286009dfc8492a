/** Tails and quantiles of the three distributions the report needs, each from cephes. */
import { chdtrc, compiled, erfc, incbet, incbi, ndtri } from 'cephes';

/** The library is WebAssembly: it is compiled once, when this module is loaded, and answers at once from then on. */
await compiled;

/** The library throws where a tail is too small for a number (below 1e-300): the limit is all there is then. */
function orLimit(tail: () => number, limit: 0 | 1): number {
  try {
    return tail();
  } catch {
    return limit;
  }
}

/** Probability that a standard normal lies further from zero than `z`, on either side. */
export const normalTails = (z: number): number => orLimit(() => erfc(Math.abs(z) / Math.SQRT2), 0);

/** The value a standard normal stays below with probability `p`. */
export const normalQuantile = (p: number): number => ndtri(p);

/** Probability that a chi-squared with `degrees` of freedom exceeds `x`. */
export const chiSquaredTail = (x: number, degrees: number): number =>
  orLimit(() => chdtrc(degrees, x), x < degrees ? 1 : 0);

/** Probability that Student's t with `degrees` of freedom lies further from zero than `t`, on either side. */
export const studentTails = (t: number, degrees: number): number =>
  incbet(degrees / 2, 1 / 2, degrees / (degrees + t * t));

/** The value beyond which, on either side, Student's t with `degrees` of freedom lies with probability `alpha`. */
export function studentReach(alpha: number, degrees: number): number {
  const share = incbi(degrees / 2, 1 / 2, alpha);
  return Math.sqrt((degrees * (1 - share)) / share);
}
