import { describe, expect, it } from 'vitest';
import { findCardBrand } from '../../../../src/simulator/frames/card/card-brands.js';
import { checkExpiry, formatExpiry, parseExpiry } from '../../../../src/simulator/frames/card/expiry.js';
import { checkSecurityCode } from '../../../../src/simulator/frames/card/security-code.js';

const now = new Date(2026, 10, 15);

describe('expiration date', () => {
  it.each([
    ['1', '1'],
    ['4', '04 / '],
    ['12', '12 / '],
    ['13', '01 / 3'],
    ['1/', '01 / '],
    ['0127', '01 / 27'],
    ['1/27', '01 / 27'],
    ['01/2027', '01 / 27'],
    ['12 / 345', '12 / 34'],
    ['', ''],
  ])('writes %s as "%s"', (typed, shown) => {
    expect(formatExpiry(typed)).toBe(shown);
  });

  it('reads month and year', () => {
    expect(parseExpiry('01 / 27')).toEqual({ month: 1, year: 2027 });
    expect(parseExpiry('01 / 2')).toBeNull();
  });

  it('is good through its month', () => {
    expect(checkExpiry('11 / 26', now)).toEqual({ state: 'complete' });
  });

  it.each([
    ['10 / 26', "Your card's expiration date is in the past."],
    ['12 / 25', "Your card's expiration year is in the past."],
    ['12 / 95', "Your card's expiration year is invalid."],
    ['00 / 27', "Your card's expiration date is invalid."],
  ])('refuses %s at once', (value, message) => {
    expect(checkExpiry(value, now)).toEqual({ state: 'invalid', message });
  });

  it('waits for the rest', () => {
    expect(checkExpiry('12 / 3', now)).toEqual({
      state: 'incomplete',
      message: "Your card's expiration date is incomplete.",
    });
  });
});

describe('security code', () => {
  it.each([
    ['4242', '123', 'complete'],
    ['4242', '12', 'incomplete'],
    ['3782', '123', 'incomplete'],
    ['3782', '1234', 'complete'],
    ['', '123', 'complete'],
  ])('beside %s takes %s as %s', (number, code, state) => {
    expect(checkSecurityCode(code, findCardBrand(number)).state).toBe(state);
  });
});
