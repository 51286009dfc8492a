/** What looking every evening does to a test, on two thousand experiments whose truth is known. */
import { describe, expect, it } from 'vitest';
import { compareAnytime } from '../../../src/report/statistics/compare-anytime.js';
import { compareRates } from '../../../src/report/statistics/compare-rates.js';
import { decide, type Verdict } from '../../../src/report/statistics/decide.js';
import { planUnits } from '../../../src/report/statistics/plan.js';
import { readRow } from './support/read-docs.js';
import { simulate, type Course, type Evening } from './support/simulate.js';
import { valueOf } from './support/value-of.js';

const RUNS = 2000;
const SEED = 20_261_122;

const NAMES = ['control', 'first', 'second'];
const ask = (evening: Evening, smallestLift?: number): Verdict =>
  decide({
    arms: evening.map((counts, at) => ({ ...counts, variant: NAMES[at]! })),
    control: 'control',
    ...(smallestLift && { smallestLift }),
  });
const called = (evening: Evening): boolean => ['better', 'worse'].includes(ask(evening).kind);
const calledOnce = ([control, variant]: Evening): boolean => (compareRates(control!, variant!).p.value ?? 1) < 0.05;

const calledAnytime = ([control, variant]: Evening): boolean =>
  (compareAnytime(control!, variant!).value?.p ?? 1) < 0.05;

/** How many of the runs fulfill each condition. */
function count<Name extends string>(
  course: Course,
  conditions: Record<Name, (evenings: readonly Evening[]) => boolean>,
): Record<Name, number> {
  const counts = Object.fromEntries(Object.keys(conditions).map((name) => [name, 0])) as Record<Name, number>;
  for (const evenings of simulate(RUNS, course, SEED))
    for (const name in conditions) if (conditions[name](evenings)) counts[name] += 1;
  return counts;
}

const inWords = (runs: number): string => `${runs} (${((100 * runs) / RUNS).toFixed(1)} %)`;

describe('both arms are the same', () => {
  it('and the verdict, read every evening, calls a difference in at most 5 %; the docs say how often, and how often a test for one look', () => {
    const found = count(
      { days: 28, units: 300, rates: [0.3, 0.3] },
      {
        anytime: (evenings) => evenings.some(calledAnytime),
        anytimeAtEnd: (evenings) => calledAnytime(evenings.at(-1)!),
        verdictAtEnd: (evenings) => called(evenings.at(-1)!),
        fixed: (evenings) => evenings.some(calledOnce),
        fixedAtEnd: (evenings) => calledOnce(evenings.at(-1)!),
      },
    );
    expect(found.anytime).toBeLessThanOrEqual(0.05 * RUNS);
    expect(found.fixed).toBeGreaterThan(0.2 * RUNS);
    expect(found.verdictAtEnd).toBe(found.anytimeAtEnd);
    expect(readRow('Always-valid test')).toEqual([inWords(found.anytime), inWords(found.anytimeAtEnd)]);
    expect(readRow('Test for one look')).toEqual([inWords(found.fixed), inWords(found.fixedAtEnd)]);
  });

  it.each<[string, Course]>([
    ['few convert', { days: 28, units: 200, rates: [0.02, 0.02] }],
    ['nearly all convert', { days: 28, units: 200, rates: [0.97, 0.97] }],
    ['a handful comes a day', { days: 120, units: 5, rates: [0.2, 0.2] }],
    ['nobody stops for half a year', { days: 180, units: 200, rates: [0.3, 0.3] }],
  ])('and that holds where %s', (_, course) => {
    const { anytime } = count(course, { anytime: (evenings) => evenings.some(calledAnytime) });
    expect(anytime).toBeGreaterThan(0);
    expect(anytime).toBeLessThanOrEqual(0.05 * RUNS);
  });

  it('and that holds where two variants are tried', () => {
    const { anytime } = count(
      { days: 14, units: 300, rates: [0.3, 0.3, 0.3] },
      { anytime: (evenings) => evenings.some(called) },
    );
    expect(anytime).toBeLessThanOrEqual(0.05 * RUNS);
  });
});

describe('the variant is better', () => {
  const rates = [0.3, 0.345] as const;
  const { anytime } = valueOf(planUnits({ baseRate: 0.3, lift: 0.15 }));
  const planned = { days: 28, units: Math.ceil(anytime / 28), rates };

  it('and with the units planned it is called better with the power planned, and never worse', () => {
    const { better, worse } = count(planned, {
      better: (evenings) => ask(evenings.find(calledAnytime) ?? evenings.at(-1)!).kind === 'better',
      worse: (evenings) => ask(evenings.find(calledAnytime) ?? evenings.at(-1)!).kind === 'worse',
    });
    expect(better).toBeGreaterThanOrEqual(0.8 * RUNS);
    expect(worse).toBe(0);
  });

  it('and in 95 % of the runs every evening’s interval holds the true difference, and the true lift', () => {
    const { difference, lift } = count(planned, {
      difference: always(({ difference: { low, high } }) => low <= 0.045 && 0.045 <= high),
      lift: always((found) => found.lift.low <= 0.15 && 0.15 <= found.lift.high),
    });
    expect(difference).toBeGreaterThanOrEqual(0.95 * RUNS);
    expect(lift).toBeGreaterThanOrEqual(0.95 * RUNS);
  });

  it('and with a twentieth of the units it is seldom called, and the verdict says how many more', () => {
    const few = { ...planned, units: Math.ceil(planned.units / 20) };
    const { anytime: calls } = count(few, { anytime: (evenings) => evenings.some(calledAnytime) });
    expect(calls).toBeLessThan(0.1 * RUNS);
    const [evenings] = simulate(1, few, SEED);
    const verdict = ask(evenings!.at(-1)!, 0.05);
    expect(verdict).toMatchObject({ kind: 'undecided', wanting: { value: { lift: 0.05 } } });
  });
});

type Found = NonNullable<ReturnType<typeof compareAnytime>['value']>;
const always =
  (holds: (found: Found) => boolean) =>
  (evenings: readonly Evening[]): boolean =>
    evenings.every(([control, variant]) => {
      const found = compareAnytime(control!, variant!).value;
      return found === null || holds(found);
    });
