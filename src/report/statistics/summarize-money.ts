/** What the units of an arm paid, summed up within one currency. */
import { checkCount } from './counts.js';
import { absent, present, type Figure } from './figure.js';
import { StatisticsError } from './statistics-error.js';

/** What one unit has paid in all. */
export interface UnitPayment {
  /** Minor units; negative where more was given back than taken. */
  readonly amount: number;
  /** ISO code, in any case. */
  readonly currency: string;
}

/** Money of one arm. */
export interface MoneySummary {
  /** Lower-case ISO code; null where nobody paid. */
  readonly currency: string | null;
  /** Units of the arm, those that paid nothing included. */
  readonly units: number;
  /** Minor units of money per unit, on average; fractional. */
  readonly mean: number;
  /** Sample variance of the money per unit; 0 with one unit. */
  readonly variance: number;
}

/**
 * Sums up what the units of an arm paid.
 *
 * @param payments - One entry for each unit that paid.
 * @param units - Units of the arm. Those without an entry count as zero.
 * @returns The summary; `no_units`, or `mixed_currencies`: no exchange rate is guessed.
 * @throws {@link StatisticsError} for amounts that are no integers and for more payments than units.
 */
export function summarizeMoney(payments: readonly UnitPayment[], units: number): Figure<MoneySummary> {
  checkCount('units', units);
  if (payments.length > units)
    throw new StatisticsError('payments', `${payments.length} for ${units} units`, 'Add up what one unit paid.');
  for (const { amount } of payments) {
    if (!Number.isSafeInteger(amount))
      throw new StatisticsError('payments', `${amount} is no amount`, 'Give integers in minor units.');
  }
  if (units === 0) return absent('no_units');
  const currencies = new Set(payments.map(({ currency }) => currency.toLowerCase()));
  if (currencies.size > 1) return absent('mixed_currencies');
  const mean = payments.reduce((sum, { amount }) => sum + amount, 0) / units;
  const ofPayers = payments.reduce((sum, { amount }) => sum + (amount - mean) ** 2, 0);
  const ofOthers = (units - payments.length) * mean ** 2;
  const [currency = null] = currencies;
  return present({ currency, units, mean, variance: units === 1 ? 0 : (ofPayers + ofOthers) / (units - 1) });
}
