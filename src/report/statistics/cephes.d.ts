/** What we use of cephes: its own types are not where its exports map leads. */
declare module 'cephes' {
  /** Settles when the functions can be called. */
  export const compiled: Promise<void>;
  /** Complementary error function. Throws where a result underflows. */
  export function erfc(x: number): number;
  /** The value below which the area under the standard normal density is `p`. */
  export function ndtri(p: number): number;
  /** Area under the chi-squared density above `x`. Throws where a result underflows. */
  export function chdtrc(degrees: number, x: number): number;
  /** Regularized incomplete beta function. */
  export function incbet(a: number, b: number, x: number): number;
  /** The `x` at which {@link incbet} is `y`. */
  export function incbi(a: number, b: number, y: number): number;
}
