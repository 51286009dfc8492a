/** Units and conversions of one arm, checked. */
import { StatisticsError } from './statistics-error.js';

/** What one arm has seen. */
export interface Counts {
  /** Units assigned to the arm and old enough to be counted. */
  readonly units: number;
  /** Those of them that converted. */
  readonly conversions: number;
}

/** A whole number, zero or more. */
export function checkCount(field: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new StatisticsError(field, `${value} is no count`, 'Give a whole number, zero or more.');
  return value;
}

/**
 * The same counts, when they can be counts.
 *
 * @throws {@link StatisticsError} for negative or fractional counts and for more conversions than units.
 */
export function checkCounts({ units, conversions }: Counts): Counts {
  checkCount('units', units);
  checkCount('conversions', conversions);
  if (conversions > units)
    throw new StatisticsError(
      'conversions',
      `${conversions} of ${units} units cannot have converted`,
      'Count a unit once, however often it paid.',
    );
  return { units, conversions };
}
