import { expect, it } from 'vitest';
import { createRandom } from '../../../src/cli/traffic/random.js';

const many = <T>(draw: () => T): T[] => Array.from({ length: 20_000 }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

it('gives the same numbers for the same seed, and others for another', () => {
  const draw = (seed: string) => Array.from({ length: 20 }, createRandom(seed).share);

  expect(draw('7')).toEqual(draw('7'));
  expect(draw('7')).not.toEqual(draw('8'));
});

it('draws shares evenly', () => {
  const { share } = createRandom('even');
  const tenths = many(share).map((value) => Math.floor(value * 10));

  for (let tenth = 0; tenth < 10; tenth += 1) {
    expect(tenths.filter((value) => value === tenth).length / 2000).toBeCloseTo(1, 0);
  }
});

it('draws waiting times, times around a median, and choices by weight', () => {
  const random = createRandom('others');
  const times = many(() => random.around(24, 0.45)).sort((a, b) => a - b);

  expect(mean(many(() => random.exponential(5)))).toBeCloseTo(5, 0);
  expect(times[10_000]).toBeCloseTo(24, -0.5);
  expect(
    mean(
      many(() =>
        random.pick([
          [3, 1],
          [1, 0],
        ]),
      ),
    ),
  ).toBeCloseTo(0.75, 1);
  expect(random.hex(32)).toMatch(/^[0-9a-f]{32}$/);
});
