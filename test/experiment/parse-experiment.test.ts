import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRequestSchema } from '../../src/contract/index.js';
import { toHint } from '../../src/core/config.js';
import { parseExperiment } from '../../src/experiment/parse-experiment.js';
import type { ExperimentProblem } from '../../src/experiment/problem.js';

/** The experiment, or the sentence a developer reads. */
function parse(input: unknown): unknown {
  const problems: ExperimentProblem[] = [];
  const experiment = parseExperiment(input, (problem) => problems.push(problem));
  return experiment ?? toHint(problems);
}

const HALVES = { control: 0.5, other: 0.5 };
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${String(i)}`, 1 / count]));

describe('an experiment', () => {
  it('is two flows at half each when it is only a name; the control comes first', () => {
    expect(parse('checkout-flow')).toEqual({
      name: 'checkout-flow',
      seed: 'checkout-flow',
      coverage: 1,
      variants: ['two-page', 'one-page'],
      weights: [0.5, 0.5],
    });
  });

  it('has any variants and weights in its object form', () => {
    const input = { name: 'Trial_2', variants: { none: 0.2, week: 0.3, month: 0.5 }, seed: 's', coverage: 0.4 };
    expect(parse(input)).toEqual({
      name: 'Trial_2',
      seed: 's',
      coverage: 0.4,
      variants: ['none', 'week', 'month'],
      weights: [0.2, 0.3, 0.5],
    });
  });

  it('is drawn by its name when its seed is empty', () => {
    expect(parse({ name: 'flow', variants: HALVES, seed: '' })).toMatchObject({ seed: 'flow' });
  });

  it.each([2, 3, 7, 20])('may have %i variants', (count) => {
    expect(parse({ name: 'flow', variants: many(count) })).toMatchObject({ name: 'flow' });
  });

  it.each(['a', '7', 'A-1_b', 'x'.repeat(64), 'x'.repeat(65), '_a', '-a', 'a.b', 'a:b', 'a b', 'ä', 'a\n', ''])(
    'may have the name %j exactly when the contract takes it',
    (name) => {
      const { success } = openRequestSchema.safeParse({
        contract: 1,
        kind: 'purchase',
        items: [{ price: 'pro', quantity: 1 }],
        experiment: { name, variant: 'a', unit: 'u' },
      });
      expect(typeof parse(name) === 'object').toBe(success);
    },
  );

  const SLUG = 'experiment name or variant is not 1 to 64 letters, digits, - or _.';
  const COUNT = 'experiment needs 2 to 20 variants.';
  const WEIGHTS = 'experiment weights are not from 0 to 1, or do not sum to 1.';
  const FIELD = 'experiment has a wrong or unknown field.';
  it.each([
    ['an empty name', '', SLUG],
    ['a name with a space', 'check out', SLUG],
    ['a name of 1 MB', 'x'.repeat(1_000_000), SLUG],
    ['no name', { variants: HALVES }, SLUG],
    ['a name that is a number', { name: 7, variants: HALVES }, SLUG],
    ['a variant that is no slug', { name: 'flow', variants: { 'one page': 0.5, b: 0.5 } }, SLUG],
    ['a colon, which parts experiment and variant in an address', 'flow:2', SLUG],
    ['nothing', null, SLUG],
    ['a list', [], SLUG],
    ['no variants', { name: 'flow' }, COUNT],
    ['one variant', { name: 'flow', variants: { control: 1 } }, COUNT],
    ['21 variants', { name: 'flow', variants: many(21) }, COUNT],
    ['weights that sum to less', { name: 'flow', variants: { a: 0.5, b: 0.4 } }, WEIGHTS],
    ['weights that sum to more', { name: 'flow', variants: { a: 0.5, b: 0.51 } }, WEIGHTS],
    ['a negative weight', { name: 'flow', variants: { a: 1.5, b: -0.5 } }, WEIGHTS],
    ['a weight that is not a number', { name: 'flow', variants: { a: NaN, b: 1 } }, WEIGHTS],
    ['weights as text', { name: 'flow', variants: { a: '0.5', b: '0.5' } }, WEIGHTS],
    ['a list of variants', { name: 'flow', variants: ['a', 'b'] }, WEIGHTS],
    ['weights of their own', { name: 'flow', variants: HALVES, weights: [0.9, 0.1] }, FIELD],
    ['a coverage above 1', { name: 'flow', variants: HALVES, coverage: 2 }, FIELD],
    ['a seed that is a number', { name: 'flow', variants: HALVES, seed: 5 }, FIELD],
  ])('with %s is refused in one line that names the mend', (_what, input, sentence) => {
    expect(parse(input)).toBe(`${sentence} Set { name, variants: { control: 0.5, other: 0.5 } }.`);
  });

  it('never throws, and never gives weights that do not sum to one', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (name, variants) => {
        for (const input of [name, { name, variants }, { name: 'flow', variants }]) {
          const found = parseExperiment(input, () => undefined);
          if (found) expect(found.weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 5);
        }
      }),
    );
  });
});
