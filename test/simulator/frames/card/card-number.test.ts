import { describe, expect, it } from 'vitest';
import { findCardBrand } from '../../../../src/simulator/frames/card/card-brands.js';
import { checkCardNumber, formatCardNumber } from '../../../../src/simulator/frames/card/card-number.js';
import { passesLuhn } from '../../../../src/simulator/frames/card/passes-luhn.js';

describe('card number', () => {
  it.each([
    ['4242424242424242', 'visa', '4242 4242 4242 4242'],
    ['5555555555554444', 'mastercard', '5555 5555 5555 4444'],
    ['2223003122003222', 'mastercard', '2223 0031 2200 3222'],
    ['378282246310005', 'amex', '3782 822463 10005'],
    ['6011111111111117', 'discover', '6011 1111 1111 1117'],
    ['6555900000604105', 'discover', '6555 9000 0060 4105'],
    ['3056930009020004', 'diners', '3056 9300 0902 0004'],
    ['36227206271667', 'diners', '3622 720627 1667'],
    ['3566002020360505', 'jcb', '3566 0020 2036 0505'],
    ['6200000000000005', 'unionpay', '6200 0000 0000 0005'],
    ['6205500000000000004', 'unionpay', '6205 5000 0000 0000 004'],
  ])('takes %s as %s', (digits, brand, formatted) => {
    expect(findCardBrand(digits).name).toBe(brand);
    expect(formatCardNumber(digits)).toBe(formatted);
    expect(checkCardNumber(formatted)).toEqual({ state: 'complete' });
  });

  it.each([
    ['', 'empty', 'Your card number is incomplete.'],
    ['4242 4242', 'incomplete', 'Your card number is incomplete.'],
    ['4242 4242 4242 4241', 'invalid', 'Your card number is invalid.'],
  ])('says of "%s" that it is %s', (value, state, message) => {
    expect(checkCardNumber(value)).toEqual({ state, message });
  });

  it('drops what is too much and what is no digit', () => {
    expect(formatCardNumber('3782-8224 6310 00599')).toBe('3782 822463 10005');
    expect(formatCardNumber('4242x42424242 42424242')).toBe('4242 4242 4242 4242');
  });

  it('finds a swapped pair of digits', () => {
    expect(passesLuhn('4242424242424242')).toBe(true);
    expect(passesLuhn('4242424242424224')).toBe(false);
  });
});
