/** How sure an interval is, and the error a test may make. */
import { StatisticsError } from './statistics-error.js';

/** Intervals hold the truth 95 times in 100 unless told otherwise. */
export const DEFAULT_LEVEL = 0.95;

/**
 * The error left by a level: 0.05 for 0.95.
 *
 * @throws {@link StatisticsError} outside 0.5 … 0.999999.
 */
export function toAlpha(level: number): number {
  if (!(level >= 0.5 && level <= 0.999999))
    throw new StatisticsError('level', `${level} is no level`, 'Give a number between 0.5 and 0.999999, such as 0.95.');
  return 1 - level;
}
