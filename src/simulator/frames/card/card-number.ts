/** Card number: digits, groups, verdict. */
import { complete, unfinished } from '../form/verdict.js';
import type { Verdict } from '../form/verdict.js';
import { findCardBrand, maxLengthOf } from './card-brands.js';
import { passesLuhn } from './passes-luhn.js';

export function toCardDigits(value: string): string {
  const digits = value.replace(/\D/g, '');
  return digits.slice(0, maxLengthOf(findCardBrand(digits)));
}

/** Groups the digits as the brand prints them: `4242 4242 4242 4242`, `3782 822463 10005`. */
export function formatCardNumber(value: string): string {
  const digits = toCardDigits(value);
  const { groups } = findCardBrand(digits);
  const parts: string[] = [];
  for (let start = 0; start < digits.length;) {
    const size = groups[Math.min(parts.length, groups.length - 1)] ?? 4;
    parts.push(digits.slice(start, start + size));
    start += size;
  }
  return parts.join(' ');
}

export function checkCardNumber(value: string): Verdict {
  const digits = toCardDigits(value);
  const brand = findCardBrand(digits);
  if (brand.lengths.includes(digits.length) && passesLuhn(digits)) return complete;
  const full = digits.length >= maxLengthOf(brand);
  return full
    ? { state: 'invalid', message: 'Your card number is invalid.' }
    : unfinished(digits, 'Your card number is incomplete.');
}
