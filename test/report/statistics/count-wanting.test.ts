import { describe, expect, it } from 'vitest';
import { countWanting } from '../../../src/report/statistics/count-wanting.js';

describe('what an experiment still wants', () => {
  it('is what the plan has over the units there are', () => {
    expect(countWanting({ baseRate: 0.3, lift: 0.031 }, 20_000).value).toEqual({
      lift: 0.031,
      perVariant: 88_846,
      more: 68_846,
    });
  });

  it('is nothing when they are there', () => {
    expect(countWanting({ baseRate: 0.3, lift: 0.031 }, 90_000).value).toMatchObject({ more: 0 });
  });

  it('is unknowable where there is no plan', () => {
    expect(countWanting({ baseRate: 0.3, lift: 0 }, 100)).toEqual({ value: null, missing: 'no_lift' });
  });
});
