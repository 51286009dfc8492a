/** Security code: three digits, four for American Express. */
import { complete, unfinished } from '../form/verdict.js';
import type { Verdict } from '../form/verdict.js';
import type { CardBrand } from './card-brands.js';

export function formatSecurityCode(value: string, brand: CardBrand): string {
  return value.replace(/\D/g, '').slice(0, Math.max(...brand.cvcLengths));
}

export function checkSecurityCode(value: string, brand: CardBrand): Verdict {
  const digits = formatSecurityCode(value, brand);
  if (brand.cvcLengths.includes(digits.length)) return complete;
  return unfinished(digits, "Your card's security code is incomplete.");
}
