import { expect, it } from 'vitest';
import { planUnit, type UnitPlan } from '../../../src/cli/traffic/plan-unit.js';
import { TRAFFIC_DEFAULTS, type TrafficOptions } from '../../../src/cli/traffic/traffic-options.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 9, 25);
const options: TrafficOptions = { ...TRAFFIC_DEFAULTS, units: 5000, account: 'traffic', lift: 0.2, guests: 0.3 };

const planAll = (change: Partial<TrafficOptions> = {}): UnitPlan[] =>
  Array.from({ length: change.units ?? options.units }, (_, index) =>
    planUnit({ ...options, ...change }, index, START, () => (index % 2 === 0 ? 'two-page' : 'one-page')),
  );

const plans = planAll();
const tries = (plan: UnitPlan) => plan.visits.flatMap(({ moments }) => moments.filter(({ kind }) => kind === 'submit'));
const pays = (plan: UnitPlan): boolean => plan.visits.at(-1)?.moments.at(-1)?.kind !== 'leave';
const rate = (of: readonly UnitPlan[]): number => of.filter(pays).length / of.length;
const shown = (flow: string) => plans.filter((plan) => plan.visits[0]?.flow === flow);

it('plans the same for the same seed', () => {
  expect(planAll({ units: 100 })).toEqual(plans.slice(0, 100));
  expect(planAll({ units: 5, seed: 'another' })[3]?.visits).not.toEqual(plans[3]?.visits);
});

it('lets as many pay as it was told to, and more with one page', () => {
  expect(Math.abs(rate(shown('two-page')) - 0.4)).toBeLessThan(0.03);
  expect(Math.abs(rate(shown('one-page')) - 0.48)).toBeLessThan(0.03);
});

it('gives the lift to those who see a difference', () => {
  const known = shown('one-page').filter(({ prefilled }) => prefilled.length > 0);

  expect(known.length / shown('one-page').length).toBeCloseTo(0.15, 1);
  expect(rate(known)).toBeCloseTo(0.4, 1);
});

it('lets everybody end within a week of coming', () => {
  for (const { visits } of plans) {
    const moments = visits.flatMap((visit) => visit.moments);
    const inOrder = moments.every(({ at }, index) => at >= (moments[index - 1]?.at ?? START));
    if (!inOrder || (moments.at(-1)?.at ?? 0) - START >= 7 * DAY) expect.fail(JSON.stringify(visits));
  }
});

it('lets some come back, be declined, be asked by their bank, be late', () => {
  const share = (fits: (plan: UnitPlan) => boolean): number => plans.filter(fits).length / plans.length;

  expect(share(({ guest }) => guest)).toBeCloseTo(0.3, 1);
  expect(share(({ visits }) => visits.length > 1)).toBeGreaterThan(0.15);
  expect(share((plan) => tries(plan).length > 1)).toBeGreaterThan(0.05);
  expect(share(({ visits }) => visits.some(({ fallback }) => fallback))).toBeCloseTo(0.004, 2);
  expect(
    share(({ visits }) => visits.some(({ moments }) => moments.some(({ kind }) => kind === 'answer'))),
  ).toBeGreaterThan(0.03);
  expect(new Set(plans.map(({ seats }) => seats)).size).toBeGreaterThan(30);
});
