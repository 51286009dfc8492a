/** Money for eyes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, toDecimal } from '../../src/core/money.js';

/** What `Intl` puts between number and currency is a no-break space, whichever. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

describe('money', () => {
  it.each([
    [1050, 'usd', 'en-US', '$10.50'],
    [1050, 'USD', 'en-US', '$10.50'],
    [0, 'usd', 'en-US', '$0.00'],
    [5, 'usd', 'en-US', '$0.05'],
    [-1050, 'usd', 'en-US', '-$10.50'],
    [-5, 'usd', 'en-US', '-$0.05'],
    [1050, 'jpy', 'ja-JP', '¥1,050'],
    [1050, 'jpy', 'en-US', '¥1,050'],
    [1050, 'krw', 'ko-KR', '₩1,050'],
    [10_500, 'kwd', 'en-US', 'KWD 10.500'],
    [1, 'bhd', 'en-US', 'BHD 0.001'],
    [123_456, 'eur', 'de-DE', '1.234,56 €'],
    [123_456, 'eur', 'fr-FR', '1 234,56 €'],
    [99_999_999_999, 'usd', 'en-US', '$999,999,999.99'],
    [12_345_678_901, 'inr', 'en-IN', '₹12,34,56,789.01'],
  ])('prints %d %s in %s as %s', (amount, currency, locale, text) => {
    expect(plain(formatMoney(amount, currency, locale)).replace('￥', '¥')).toBe(text);
  });

  it('uses the digits and the order of the customer’s language', () => {
    const arabic = formatMoney(123_456, 'egp', 'ar-EG');
    expect(arabic).toContain('١٬٢٣٤٫٥٦');
    expect(arabic).not.toMatch(/\d/);
  });

  it('keeps Stripe’s decimals where Intl has others', () => {
    // ISO 4217 gives the króna none, Stripe two; Madagascar's ariary has two in ISO 4217, at Stripe none.
    expect(plain(formatMoney(1050, 'isk', 'en-US'))).toBe('ISK 10.50');
    expect(plain(formatMoney(1050, 'mga', 'en-US'))).toBe('MGA 1,050');
  });

  it('is exact for every amount Stripe can charge, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.constantFrom(0, 2, 3),
        (amount, decimals) => {
          const decimal = toDecimal(amount, decimals);
          expect(Number(decimal.replace('.', ''))).toBe(amount);
          expect(decimal.split('.')[1]?.length ?? 0).toBe(decimals);
        },
      ),
    );
  });
});

it('keeps the sign of US$ beside its letters, from right to left', () => {
  expect(formatMoney(1050, 'USD', 'ar')).toMatch(/US\$\u200e$/);
  expect(formatMoney(1050, 'USD', 'de')).toBe('10,50\u00a0$');
});
