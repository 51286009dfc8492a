/** A no to figures that no experiment can have: names the field, the reason and the mend. */

/**
 * Thrown by every function of the statistics for bad input. The message is one line for whoever typed it.
 *
 * @example
 * ```ts
 * import { planUnits, StatisticsError } from 'billing-checkout/report';
 *
 * try {
 *   planUnits({ baseRate: 30, lift: 0.031 });
 * } catch (error) {
 *   console.log(error instanceof StatisticsError && error.field); // 'baseRate'
 * }
 * ```
 */
export class StatisticsError extends Error {
  /** As logs print it; tells it from others where two copies of the package are loaded. */
  override readonly name = 'StatisticsError';
  /** The field at fault: `conversions`, `weights`, `power`. */
  readonly field: string;

  constructor(field: string, reason: string, mend: string) {
    super(`${field}: ${reason}. ${mend}`);
    this.field = field;
  }
}
