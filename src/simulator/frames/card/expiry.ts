/** Expiration date: `MM / YY`. */
import { complete, unfinished } from '../form/verdict.js';
import type { Verdict } from '../form/verdict.js';

/** Adds the slash as one types; takes `1/27`, `01/2027` and `0127` as well. */
export function formatExpiry(value: string): string {
  const [typedMonth = '', typedYear] = value.split('/').map((part) => part.replace(/\D/g, ''));
  const slash = typedYear !== undefined;
  const digits = `${toMonth(typedMonth, slash)}${toYear(typedYear ?? '')}`;
  const month = toMonth(digits.slice(0, 2), slash);
  const year = toYear(digits.slice(2));
  return month.length < 2 ? month : `${month} / ${year}`;
}

/** `4` can only be April; `1` may become 10, 11 or 12. `13` is read as January 3…. */
function toMonth(digits: string, ended: boolean): string {
  if (digits.length === 1 && (ended || Number(digits) > 1)) return digits === '0' ? digits : `0${digits}`;
  if (digits.length === 2 && Number(digits) > 12) return `0${digits}`;
  return digits;
}

function toYear(digits: string): string {
  return digits.length === 4 && digits.startsWith('20') ? digits.slice(2) : digits.slice(0, 2);
}

export function parseExpiry(value: string): { readonly month: number; readonly year: number } | null {
  const [month = '', year = ''] = formatExpiry(value).split(' / ');
  return month.length === 2 && year.length === 2 ? { month: Number(month), year: 2000 + Number(year) } : null;
}

export function checkExpiry(value: string, now: Date): Verdict {
  const expiry = parseExpiry(value);
  if (expiry === null) return unfinished(value.trim(), "Your card's expiration date is incomplete.");
  const { month, year } = expiry;
  if (month < 1 || month > 12) return { state: 'invalid', message: "Your card's expiration date is invalid." };
  if (year < now.getFullYear()) return { state: 'invalid', message: "Your card's expiration year is in the past." };
  if (year === now.getFullYear() && month < now.getMonth() + 1) {
    return { state: 'invalid', message: "Your card's expiration date is in the past." };
  }
  if (year > now.getFullYear() + 50) return { state: 'invalid', message: "Your card's expiration year is invalid." };
  return complete;
}
