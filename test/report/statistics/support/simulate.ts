/** Experiments that can be had again: the same number of units each day, conversions by a seeded generator. */
import type { Counts } from '../../../../src/report/statistics/counts.js';

/** What happens in an experiment, day by day. */
export interface Course {
  readonly days: number;
  /** New units in each arm on each day. */
  readonly units: number;
  /** True rates of the arms, the control's first. */
  readonly rates: readonly number[];
}

/** The arms at the end of a day, all days before included. */
export type Evening = readonly Counts[];

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws how many of `units` convert at `rate`: one random number, looked up among the cumulated probabilities. */
function binomial(units: number, rate: number, random: () => number): () => number {
  if (rate > 0.5) {
    const others = binomial(units, 1 - rate, random);
    return () => units - others();
  }
  const cumulated = new Float64Array(units + 1);
  let chance = (1 - rate) ** units;
  let sum = 0;
  for (let count = 0; count <= units; count += 1) {
    sum += chance;
    cumulated[count] = sum;
    chance *= ((units - count) / (count + 1)) * (rate / (1 - rate));
  }
  return () => {
    const drawn = random();
    let low = 0;
    let high = units;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle]! <= drawn) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Runs an experiment `times` times; each run is a list of evenings. */
export function* simulate(times: number, { days, units, rates }: Course, seed: number): Generator<readonly Evening[]> {
  const random = seededRandom(seed);
  const draws = rates.map((rate) => binomial(units, rate, random));
  for (let run = 0; run < times; run += 1) {
    const conversions = rates.map(() => 0);
    yield Array.from({ length: days }, (_, day) =>
      draws.map((draw, arm) => {
        conversions[arm]! += draw();
        return { units: (day + 1) * units, conversions: conversions[arm]! };
      }),
    );
  }
}
