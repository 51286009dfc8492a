import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSampleRatio } from '../../../src/report/statistics/check-sample-ratio.js';
import { decide, type Evidence } from '../../../src/report/statistics/decide.js';
import { planUnits } from '../../../src/report/statistics/plan.js';
import { anyCounts } from './support/any-counts.js';
import { expectFigures } from './support/expect-figures.js';

const arm = (variant: string, units: number, conversions: number) => ({ variant, units, conversions });
const ask = (arms: Evidence['arms'], more: Partial<Evidence> = {}) =>
  decide({ arms, control: 'two-page', smallestLift: 0.031, ...more });

describe('the verdict names the variant', () => {
  it('that converts better', () => {
    expect(ask([arm('two-page', 100_000, 30_000), arm('one-page', 100_000, 31_200)])).toMatchObject({
      kind: 'better',
      variant: 'one-page',
    });
  });

  it('that converts worse', () => {
    expect(ask([arm('one-page', 100_000, 28_800), arm('two-page', 100_000, 30_000)])).toMatchObject({
      kind: 'worse',
      variant: 'one-page',
    });
  });

  it('with the highest rate, of several that convert better', () => {
    const verdict = ask([
      arm('two-page', 90_000, 27_000),
      arm('tall', 90_000, 28_300),
      arm('one-page', 90_000, 28_500),
      arm('short', 90_000, 25_000),
    ]);
    expect(verdict).toMatchObject({ kind: 'better', variant: 'one-page' });
    expect(verdict.kind === 'better' && verdict.calls.map(({ call }) => call)).toEqual(['better', 'better', 'worse']);
  });

  it('with the lowest rate, when all convert worse', () => {
    const arms = [arm('short', 90_000, 25_000), arm('two-page', 90_000, 27_000), arm('tall', 90_000, 25_500)];
    expect(ask(arms)).toMatchObject({ kind: 'worse', variant: 'short' });
    expect(ask([...arms].reverse())).toMatchObject({ kind: 'worse', variant: 'short' });
  });

  it('but does not call it worse while another may be better', () => {
    const verdict = ask([arm('two-page', 90_000, 27_000), arm('tall', 90_000, 27_100), arm('short', 90_000, 25_000)]);
    expect(verdict).toMatchObject({
      kind: 'undecided',
      calls: [
        { variant: 'tall', call: 'undecided' },
        { variant: 'short', call: 'worse' },
      ],
    });
  });

  it('and corrects for several: what is called alone is not called among four', () => {
    const [control, variant] = [arm('two-page', 60_000, 18_000), arm('one-page', 60_000, 18_500)];
    const alone = ask([control, variant], { tuning: 100_000 });
    expect(alone.kind).toBe('better');
    const others = ['a', 'b', 'c'].map((name) => arm(name, 60_000, 18_000));
    expect(ask([control, variant, ...others], { tuning: 100_000 }).kind).toBe('undecided');
  });
});

describe('the verdict is undecided', () => {
  it('and says how many more units each variant needs', () => {
    expect(ask([arm('two-page', 20_000, 6000), arm('one-page', 20_100, 6200)])).toMatchObject({
      kind: 'undecided',
      wanting: { value: { lift: 0.031, perVariant: 88_846, more: 68_846 } },
    });
  });

  it('and says so for all variants together', () => {
    const arms = [arm('two-page', 20_000, 6000), arm('one-page', 20_100, 6200), arm('tall', 20_000, 6100)];
    const { value } = planUnits({ baseRate: 0.3, lift: 0.031, comparisons: 2 });
    expect(ask(arms)).toMatchObject({ wanting: { value: { perVariant: value!.anytime } } });
  });

  it('even where a test for one look would call', () => {
    expect(ask([arm('two-page', 5000, 1500), arm('one-page', 5000, 1620)]).kind).toBe('undecided');
  });

  it.each([
    [
      'the control has no conversions yet',
      [arm('two-page', 40, 0), arm('one-page', 41, 3)],
      'no_conversions_in_control',
    ],
    ['everybody converts', [arm('two-page', 40, 40), arm('one-page', 41, 41)], 'rate_above_one'],
    [
      'such a lift would be more than everybody',
      [arm('two-page', 400, 395), arm('one-page', 401, 390)],
      'rate_above_one',
    ],
  ])('and does not know how many more while %s', (_, arms, missing) => {
    expect(ask(arms)).toMatchObject({ kind: 'undecided', wanting: { value: null, missing } });
  });

  it('and does not know how many more when nobody says for which lift', () => {
    const arms = [arm('two-page', 400, 120), arm('one-page', 400, 130)];
    expect(decide({ arms, control: 'two-page' })).toMatchObject({ wanting: { value: null, missing: 'no_goal' } });
  });
});

describe('the verdict is withheld', () => {
  const clear = [arm('two-page', 100_000, 30_000), arm('one-page', 100_000, 31_200)];

  it.each<[string, Evidence['arms'], Partial<Evidence>, object]>([
    ['without arms', [], {}, { code: 'no_data' }],
    ['without units', [arm('two-page', 0, 0), arm('one-page', 0, 0)], {}, { code: 'no_data' }],
    ['with one variant', [arm('two-page', 900, 300)], {}, { code: 'one_variant', variant: 'two-page' }],
    [
      'with units in one variant only',
      [arm('two-page', 0, 0), arm('one-page', 900, 300)],
      {},
      { code: 'one_variant', variant: 'one-page' },
    ],
    ['without the control', clear, { control: 'three-page' }, { code: 'no_control', control: 'three-page' }],
    [
      'when more than 1 % of the units were in two variants',
      clear,
      { crossovers: 2021 },
      { code: 'crossovers', share: 2021 / 202_021 },
    ],
    [
      'when the sample ratio failed',
      [arm('two-page', 100_000, 30_000), arm('one-page', 102_000, 32_000)],
      {},
      { code: 'sample_ratio', p: expect.any(Number) },
    ],
    [
      'when the shares are not those meant',
      clear,
      { weights: [0.51, 0.49] },
      { code: 'sample_ratio', p: expect.any(Number) },
    ],
  ])('%s', (_, arms, more, reason) => {
    expect(ask(arms, more)).toEqual({ kind: 'withheld', reason });
  });

  it('with the p-value of the sample ratio that failed', () => {
    const { p } = checkSampleRatio([100_000, 102_000]).value!;
    const arms = [arm('two-page', 100_000, 30_000), arm('one-page', 102_000, 32_000)];
    expect(ask(arms)).toEqual({ kind: 'withheld', reason: { code: 'sample_ratio', p } });
  });

  it('but not for 1 % in two variants', () => {
    const arms = [arm('two-page', 99_000, 29_700), arm('one-page', 99_000, 31_000)];
    expect(ask(arms, { crossovers: 2000 }).kind).toBe('better');
    expect(ask(arms, { crossovers: 2001 }).kind).toBe('withheld');
  });
});

describe('whatever the counts', () => {
  it('says how many more units are wanting where one of two thousand million converts', () => {
    const verdict = ask([arm('two-page', 1_999_999_985, 1), arm('one-page', 1_999_791_880, 0)]);
    expect(verdict).toMatchObject({ kind: 'undecided', wanting: { value: { lift: 0.031 } } });
  });

  it('no figure of the verdict is NaN or infinite, and nothing is called that an interval at 95 % does not carry', () => {
    fc.assert(
      fc.property(anyCounts(), anyCounts(), fc.nat(100), (control, variant, crossovers) => {
        const verdict = ask(
          [
            { ...control, variant: 'two-page' },
            { ...variant, variant: 'one-page' },
          ],
          { crossovers },
        );
        expectFigures(verdict);
        if (verdict.kind === 'better' || verdict.kind === 'worse') expect(verdict.calls[0]!.p.value).toBeLessThan(0.05);
      }),
    );
  });

  it.each<[Partial<Evidence>, string]>([
    [{ arms: [arm('a', 10, 1), arm('a', 10, 1)] }, 'arms: two of them have the same name. Give each variant once.'],
    [{ arms: [arm('a', 10, 11)] }, 'conversions: 11 of 10 units cannot have converted.'],
    [{ crossovers: -1 }, 'crossovers: -1 is no count.'],
    [{ weights: [0.5, 0.6] }, 'weights: they sum to 1.1.'],
    [{ weights: [1] }, 'weights: 1 for 2 variants.'],
    [{ level: 95 }, 'level: 95 is no level.'],
    [{ power: 80 }, 'power: 80 is not between 0.5 and 0.9999.'],
    [{ smallestLift: -2 }, 'lift: -2 leaves no rate.'],
    [{ tuning: 0 }, 'tuning: 0 is no number of units.'],
  ])('%j is refused', (more, line) => {
    expect(() => ask([arm('two-page', 400, 120), arm('one-page', 400, 130)], more)).toThrow(line);
  });

  it('a power that cannot be is refused even where no units are wanting', () => {
    expect(() => ask([arm('two-page', 9000, 2000), arm('one-page', 9000, 3000)], { power: 80 })).toThrow('power: 80');
  });
});
