/** Amounts as Stripe.js shows them: minor units and the text a customer reads. */
import type { StripeCheckoutAmount } from '@stripe/stripe-js';
import { minorUnitsDivisor } from '../catalog/currencies.js';

export type FormatAmount = (minorUnits: number) => StripeCheckoutAmount;

const made = new Map<string, FormatAmount>();

/** Formatters are slow to make and few: each is made once. */
export function amountFormatter(currency: string, locale: string | null): FormatAmount {
  const name = `${currency} ${locale ?? ''}`;
  const known = made.get(name) ?? createFormatter(currency, locale);
  made.set(name, known);
  return known;
}

function createFormatter(currency: string, locale: string | null): FormatAmount {
  const divisor = minorUnitsDivisor(currency);
  const digits = Math.log10(divisor);
  const format = new Intl.NumberFormat(locale === null || locale === 'auto' ? 'en-US' : locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return (minorUnits) => ({ minorUnitsAmount: minorUnits, amount: format.format(minorUnits / divisor) });
}
