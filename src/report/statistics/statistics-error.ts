/** A no to figures that no experiment can have: names the field, the reason and the mend. */

/** Thrown by every function of the statistics for bad input. The message is one line for whoever typed it. */
export class StatisticsError extends Error {
  override readonly name = 'StatisticsError';
  /** The field at fault: `conversions`, `weights`, `power`. */
  readonly field: string;

  constructor(field: string, reason: string, mend: string) {
    super(`${field}: ${reason}. ${mend}`);
    this.field = field;
  }
}
