import { expect, it } from 'vitest';
import { readForcedVariant } from '../../src/experiment/declared-variant.js';
import type { ExperimentProblem } from '../../src/experiment/problem.js';

const experiment = {
  name: 'flow',
  seed: 'flow',
  coverage: 1,
  variants: ['two-page', 'one-page'],
  weights: [0.5, 0.5],
};

function read(search: string): { variant: string | null; problems: ExperimentProblem[] } {
  const problems: ExperimentProblem[] = [];
  return { variant: readForcedVariant(search, experiment, (problem) => problems.push(problem)), problems };
}

it.each([
  ['?billing-variant=flow:one-page', 'one-page'],
  ['?utm=1&billing-variant=flow%3Atwo-page&b=2', 'two-page'],
])('%s forces a variant', (search, variant) => {
  expect(read(search)).toEqual({ variant, problems: [] });
});

it.each(['', '?', '?billing-variant', '?billing-variant=', '?billing-variant=other:one-page', '?billing-variant=%ff'])(
  '"%s" forces nothing of this experiment',
  (search) => {
    expect(read(search)).toEqual({ variant: null, problems: [] });
  },
);

it.each(['three-page', '', 'toString', 'One-Page', '<img src=x>'])(
  'refuses "%s", which was never declared',
  (variant) => {
    expect(read(`?billing-variant=flow:${encodeURIComponent(variant)}`)).toEqual({
      variant: null,
      problems: [
        {
          attribute: 'billing-variant',
          reason: `"${variant}" is not declared`,
          mend: 'Use one of two-page, one-page.',
        },
      ],
    });
  },
);

it('repeats no more than a line of what it refuses', () => {
  const { problems } = read(`?billing-variant=flow:${'x'.repeat(1_000_000)}`);
  expect(problems[0]?.reason.length).toBeLessThan(100);
});
