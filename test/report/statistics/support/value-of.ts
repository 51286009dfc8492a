/** The value of a figure that a test expects to be there. */
import type { Figure } from '../../../../src/report/statistics/figure.js';

export function valueOf<Value>(figure: Figure<Value>): Value {
  if (figure.value === null) throw new Error(`expected a figure, and it is missing: ${figure.missing}`);
  return figure.value;
}
