/** Tails and quantiles of the three distributions the report needs, each from cephes. */
import { chdtrc, compiled, incbet, incbi, ndtr, ndtri } from 'cephes';

/** The library is WebAssembly: it is compiled once, when this module is loaded, and answers at once from then on. */
await compiled;

/** Probability that a standard normal lies further from zero than `z`, on either side. */
export const normalTails = (z: number): number => 2 * ndtr(-Math.abs(z));

/** The value a standard normal stays below with probability `p`. */
export const normalQuantile = (p: number): number => ndtri(p);

/** Probability that a chi-squared with `degrees` of freedom exceeds `x`. */
export function chiSquaredTail(x: number, degrees: number): number {
  try {
    return chdtrc(degrees, x);
  } catch {
    // It throws where one of its tails is too small for a number: then the other one is all there is.
    return x < degrees ? 1 : 0;
  }
}

/** Probability that Student's t with `degrees` of freedom lies further from zero than `t`, on either side. */
export const studentTails = (t: number, degrees: number): number =>
  incbet(degrees / 2, 1 / 2, degrees / (degrees + t * t));

/** The value beyond which, on either side, Student's t with `degrees` of freedom lies with probability `alpha`. */
export function studentReach(alpha: number, degrees: number): number {
  const share = incbi(degrees / 2, 1 / 2, alpha);
  return Math.sqrt((degrees * (1 - share)) / share);
}
