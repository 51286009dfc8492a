/** Conversions on a page of Stripe's are counted as such, where there are any. */
import { expect, it } from 'vitest';
import { toCohort } from '../../../src/report/figures/cohort.js';
import { toCohortRows } from '../../../src/report/text/cohort-rows.js';
import type { Exposure } from '../../../src/report/units/exposures.js';

const exposure = (variant: string, hosted: boolean | null): Exposure => ({
  variant,
  at: 0,
  currency: 'usd',
  differs: true,
  fallback: false,
  switched: false,
  converted: hosted !== null,
  hosted,
  timeToPay: hosted === null ? null : 60,
  money: hosted === null ? 0 : 875,
});

const ROW = 'Paid on Stripe’s page';

it('is a share of conversions, by variant', () => {
  const cohort = toCohort(
    [exposure('a', true), exposure('a', false), exposure('a', null), exposure('b', false), exposure('c', null)],
    ['a', 'b', 'c'],
  );
  expect(cohort.arms.map(({ hostedShare }) => hostedShare)).toEqual([0.5, 0, null]);
  expect(
    toCohortRows(cohort)
      .find(([label]) => label === ROW)
      ?.slice(1),
  ).toHaveLength(3);
});

it('is left out where nobody paid there', () => {
  const rows = toCohortRows(toCohort([exposure('a', false), exposure('b', false)], ['a', 'b']));
  expect(rows.map(([label]) => label)).not.toContain(ROW);
});
