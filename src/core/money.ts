/** Money for eyes: amounts in the minor unit, printed by `Intl`. */
import { minorUnitDecimals } from '../contract/minor-units.js';

/** By locale and currency: to make one costs more than to use it often, and a form prints its amounts at each key. */
const formats: Record<string, Intl.NumberFormat> = {};

/**
 * Prints an amount as the customer's locale writes it.
 *
 * @param amount - Integer in the currency's minor unit: 1050 is $10.50, 1050 is ¥1,050.
 * @param currency - Three letters (ISO 4217), any case.
 * @param locale - BCP 47 tag.
 */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const decimals = minorUnitDecimals(currency);
  const format = (formats[locale + currency] ??= new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }));
  // A decimal string keeps nine-figure amounts exact where a division would not.
  // In Arabic "US$" comes last, and its sign would go round to the other side.
  return format.format(toDecimal(amount, decimals)).replace(/\u200f.*[A-Z]\$$/, '$&\u200e');
}

/** Writes a minor-unit integer as a decimal string: `(1050, 2)` is `10.50`. */
export function toDecimal(amount: number, decimals: number): `${number}` {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${sign}${whole}${fraction && `.${fraction}`}` as `${number}`;
}
