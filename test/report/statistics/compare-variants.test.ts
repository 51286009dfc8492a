import { describe, expect, it } from 'vitest';
import { adjustHolm } from '../../../src/report/statistics/adjust-holm.js';
import { compareAnytime } from '../../../src/report/statistics/compare-anytime.js';
import { compareRates } from '../../../src/report/statistics/compare-rates.js';
import { compareVariants } from '../../../src/report/statistics/compare-variants.js';
import { valueOf } from './support/value-of.js';

const control = { units: 5000, conversions: 1500 };
const better = { variant: 'better', units: 5000, conversions: 1640 };
const alike = { variant: 'alike', units: 5000, conversions: 1520 };
const untouched = { variant: 'untouched', units: 0, conversions: 0 };

describe('one variant against a control', () => {
  it('needs no correction', () => {
    const [only] = compareVariants(control, [better]);
    expect(only!.fixed).toEqual(compareRates(control, better));
    expect(only!.fixedHolm).toEqual(only!.fixed.p);
    expect(only!.anytime).toEqual(compareAnytime(control, better));
    expect(valueOf(only!.anytimeHolm)).toBe(valueOf(only!.anytime).p);
  });
});

describe('several variants against a control', () => {
  const found = compareVariants(control, [alike, better]);

  it('keep their order and are corrected by Holm', () => {
    expect(found.map(({ variant }) => variant)).toEqual(['alike', 'better']);
    expect(found.map(({ fixedHolm }) => fixedHolm.value)).toEqual(
      adjustHolm(found.map(({ fixed }) => valueOf(fixed.p))),
    );
    expect(found.map(({ anytimeHolm }) => anytimeHolm.value)).toEqual(
      adjustHolm(found.map(({ anytime }) => valueOf(anytime).p)),
    );
  });

  it('share out what the level leaves among their intervals', () => {
    expect(found[1]!.fixed).toEqual(compareRates(control, better, 0.975));
    expect(found[1]!.anytime).toEqual(compareAnytime(control, better, { level: 0.975 }));
  });

  it('count those whose figures are missing', () => {
    const [first, second] = compareVariants(control, [better, untouched]);
    expect(valueOf(first!.fixedHolm)).toBeCloseTo(2 * valueOf(first!.fixed.p), 12);
    expect(second!.fixedHolm).toEqual({ value: null, missing: 'no_units' });
    expect(second!.anytimeHolm).toEqual({ value: null, missing: 'no_units' });
  });

  it('are none when there are none', () => {
    expect(compareVariants(control, [])).toEqual([]);
  });
});
