/** Tails and quantiles of the three distributions the report needs, each from stdlib. */
import gammainc from '@stdlib/math-base-special-gammainc';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile';
import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import studentQuantileOf from '@stdlib/stats-base-dists-t-quantile';

/** Probability that a standard normal lies further from zero than `z`, on either side. */
export const normalTails = (z: number): number => 2 * normalCdf(-Math.abs(z), 0, 1);

/** The value a standard normal stays below with probability `p`. */
export const normalQuantile = (p: number): number => normalQuantileOf(p, 0, 1);

/** Probability that a chi-squared with `degrees` of freedom exceeds `x`: the regularized upper incomplete gamma function. */
export const chiSquaredTail = (x: number, degrees: number): number => gammainc(x / 2, degrees / 2, true, true);

/** Probability that Student's t with `degrees` of freedom lies further from zero than `t`, on either side. */
export const studentTails = (t: number, degrees: number): number => 2 * studentCdf(-Math.abs(t), degrees);

/** The value Student's t with `degrees` of freedom stays below with probability `p`. */
export const studentQuantile = (p: number, degrees: number): number => studentQuantileOf(p, degrees);
