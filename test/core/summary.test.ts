/** What comes after today. */
import { describe, expect, it } from 'vitest';
import { toRenewal, type Discount } from '../../src/core/summary.js';

const off = (lasts: Discount['lasts']): Discount[] => [{ label: 'Spring', code: 'SPRING', amount: 200, lasts }];
const next = (amount: number, discount: number) =>
  ({ interval: 'month', count: 1, amount, discount, trialEnd: null }) as const;

describe('later payments', () => {
  it('cost what they cost', () => {
    expect(toRenewal(next(1_000, 0), [])).toEqual({ regular: 1_000, reduced: null });
  });

  it('are at the full price after a discount for once', () => {
    expect(toRenewal(next(1_000, 0), off('once'))).toEqual({ regular: 1_000, reduced: null });
  });

  it('are lower for ever with a discount for ever', () => {
    expect(toRenewal(next(800, 200), off('forever'))).toEqual({ regular: 800, reduced: null });
  });

  it.each([3, 'once'] as const)('are not promised at the price of a discount that ends (%s)', (lasts) => {
    expect(toRenewal(next(800, 200), off(lasts))).toEqual({ regular: 1_000, reduced: 800 });
  });
});
