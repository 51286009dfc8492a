import { GrowthBook } from '@growthbook/growthbook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from '../../src/experiment/assign.js';
import type { Experiment } from '../../src/experiment/parse-experiment.js';

const experiment = (change: Partial<Experiment> = {}): Experiment => ({
  name: 'checkout-flow',
  seed: 'checkout-flow',
  coverage: 1,
  variants: ['two-page', 'one-page'],
  weights: [0.5, 0.5],
  ...change,
});

/** What GrowthBook's own SDK says about a unit. */
function growthBook({ name, seed, coverage, variants, weights }: Experiment, id: string): string | null {
  const { inExperiment, value } = new GrowthBook({ attributes: { id } }).run({
    key: name,
    seed,
    coverage,
    weights: [...weights],
    variations: [variants[0] ?? '', variants[1] ?? '', ...variants.slice(2)],
    hashVersion: 2,
  });
  return inExperiment ? value : null;
}

/** As many variants as there are buckets. */
const BUCKETS = Array.from({ length: 10_000 }, (_, i) => String(i));

const ids = Array.from({ length: 3000 }, (_, i) => `visitor-${String(i)}`);
const ODD_IDS = [
  ' ',
  'é',
  'e\u0301',
  '名前',
  '🧾',
  '👩‍👩‍👧‍👦',
  '\u0000',
  '\ud83d',
  'x'.repeat(255),
  'ü'.repeat(100_000),
  '00000000-0000-0000-0000-000000000000',
];

const SPLITS: [string, number[]][] = [
  ['two, half each', [0.5, 0.5]],
  ['two, uneven', [0.9, 0.1]],
  ['two, one of them never', [1, 0]],
  ['three', [0.333334, 0.333333, 0.333333]],
  ['three, uneven', [0.1, 0.2, 0.7]],
  ['four', [0.25, 0.25, 0.25, 0.25]],
  ['five, uneven', [0.05, 0.15, 0.2, 0.25, 0.35]],
];

describe('the draw', () => {
  it.each(SPLITS)('is GrowthBook’s, unit for unit: %s', (_what, weights) => {
    const variants = weights.map((_, i) => `v${String(i)}`);
    const drawn = experiment({ variants, weights });
    for (const id of [...ids, ...ODD_IDS]) expect([id, assign(drawn, id)]).toEqual([id, growthBook(drawn, id)]);
  });

  it('is GrowthBook’s, bucket for bucket', () => {
    const drawn = experiment({ variants: BUCKETS, weights: BUCKETS.map(() => 1 / 10_000) });
    for (const id of [...ids.slice(0, 500), ...ODD_IDS])
      expect([id, assign(drawn, id)]).toEqual([id, growthBook(drawn, id)]);
  });

  it('is GrowthBook’s for any id and seed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
        (id, seed) => assign(experiment({ seed }), id) === growthBook(experiment({ seed }), id),
      ),
      { numRuns: 500 },
    );
  });

  it('is GrowthBook’s for an empty id, which is hashed as its seed alone', () => {
    expect(assign(experiment({ seed: 'abc' }), '')).toBe(growthBook(experiment({ seed: 'ab' }), 'c'));
  });

  it('leaves out whom GrowthBook leaves out when not everybody takes part', () => {
    for (const coverage of [0, 0.1, 0.5, 0.999]) {
      const drawn = experiment({ coverage });
      for (const id of ids.slice(0, 1000)) expect([id, assign(drawn, id)]).toEqual([id, growthBook(drawn, id)]);
    }
  });

  it('is another one with another seed, and the same whenever it is asked', () => {
    const one = ids.map((id) => assign(experiment(), id));
    expect(ids.map((id) => assign(experiment(), id))).toEqual(one);
    const other = ids.map((id) => assign(experiment({ seed: 'again' }), id));
    const kept = one.filter((variant, i) => variant === other[i]).length / ids.length;
    expect(kept).toBeGreaterThan(0.45);
    expect(kept).toBeLessThan(0.55);
  });

  it('gives each variant its share', () => {
    const drawn = experiment({ variants: ['a', 'b', 'c'], weights: [0.2, 0.3, 0.5] });
    const counts = drawn.variants.map((variant) => ids.filter((id) => assign(drawn, id) === variant).length);
    // Five standard deviations of a binomial share.
    drawn.weights.forEach((weight, i) => {
      const tolerance = 5 * Math.sqrt(weight * (1 - weight) * ids.length);
      expect(Math.abs((counts[i] ?? 0) - weight * ids.length)).toBeLessThan(tolerance);
    });
  });
});
