import { describe, expect, it } from 'vitest';
import { summarizeMoney } from '../../../src/report/statistics/summarize-money.js';

const usd = (amount: number) => ({ amount, currency: 'usd' });

describe('what an arm paid', () => {
  it('counts those who paid nothing', () => {
    expect(summarizeMoney([usd(300), usd(100)], 4).value).toEqual({
      currency: 'usd',
      units: 4,
      mean: 100,
      variance: 20000,
    });
  });

  it('takes currencies in any case', () => {
    expect(summarizeMoney([{ amount: 1, currency: 'USD' }, usd(1)], 2).value).toMatchObject({ currency: 'usd' });
  });

  it('is no sum over two currencies', () => {
    expect(summarizeMoney([usd(1), { amount: 1, currency: 'eur' }], 2)).toEqual({
      value: null,
      missing: 'mixed_currencies',
    });
  });

  it('is missing without units', () => {
    expect(summarizeMoney([], 0)).toEqual({ value: null, missing: 'no_units' });
  });

  it.each([
    [[usd(0.5)], 1, 'payments: 0.5 is no amount. Give integers in minor units.'],
    [[usd(NaN)], 1, 'payments: NaN is no amount. Give integers in minor units.'],
    [[usd(1), usd(2)], 1, 'payments: 2 for 1 units. Add up what one unit paid.'],
    [[], -1, 'units: -1 is no count.'],
  ])('refuses %j of %d units', (payments, units, line) => {
    expect(() => summarizeMoney(payments, units)).toThrow(line);
  });
});
