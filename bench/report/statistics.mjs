/** Medians, and how sure they are: percentile bootstrap over rounds, the same every time for the same figures. */

const RESAMPLES = 2000;

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The middle 95 % of what `toFigure` says of rounds that are drawn again. */
function interval(count, toFigure) {
  const draw = random(count);
  const figures = Array.from({ length: RESAMPLES }, () =>
    toFigure(Array.from({ length: count }, () => Math.floor(draw() * count))),
  ).toSorted((a, b) => a - b);
  return [figures[Math.floor(RESAMPLES * 0.025)], figures[Math.floor(RESAMPLES * 0.975)]];
}

/** Median and 95 % interval. */
export function summarize(values) {
  if (values.length === 0) return null;
  return {
    median: median(values),
    interval: interval(values.length, (rounds) => median(rounds.map((round) => values[round]))),
    rounds: values.length,
  };
}

/** The ratio of two medians; both were measured in the same rounds, so both are drawn from the same ones. */
export function compare(values, base) {
  const count = Math.min(values.length, base.length);
  if (count === 0 || median(base) === 0) return null;
  const ratio = (rounds) => median(rounds.map((round) => values[round])) / median(rounds.map((round) => base[round]));
  return { ratio: ratio([...Array(count).keys()]), interval: interval(count, ratio), rounds: count };
}
