/** How cost grows: the slope of time against size, both as logarithms. 1 is linear, 2 is square. */

/** Sizes that are looked at: what is always there hides how the small ones grow. */
const LAST = 3;

/** Least squares over the last sizes. */
export function toExponent(points) {
  const last = points.slice(-LAST).map(([size, time]) => [Math.log(size), Math.log(Math.max(time, 1e-3))]);
  const mean = (index) => last.reduce((sum, point) => sum + point[index], 0) / last.length;
  const [x, y] = [mean(0), mean(1)];
  const over = last.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / last.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
