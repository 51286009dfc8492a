/** The shares in which an experiment was meant to split its units. */
import { StatisticsError } from './statistics-error.js';

const TOLERANCE = 1e-9;

/**
 * The weights, when they can be weights: as many as variants, each above zero, summing to one within 1e-9.
 *
 * @param weights - Share of each variant, in the variants' order. Absent: equal shares.
 * @param variants - How many variants there are.
 * @throws {@link StatisticsError} naming what does not fit.
 */
export function parseWeights(weights: readonly number[] | undefined, variants: number): readonly number[] {
  if (weights === undefined) return Array.from({ length: variants }, () => 1 / variants);
  if (weights.length !== variants)
    throw new StatisticsError('weights', `${weights.length} for ${variants} variants`, 'Give one per variant.');
  for (const weight of weights) {
    if (!(weight > 0 && weight <= 1))
      throw new StatisticsError('weights', `${weight} is no share`, 'Give each as a number above 0 and up to 1.');
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > TOLERANCE)
    throw new StatisticsError(
      'weights',
      `they sum to ${Number(sum.toPrecision(12))}`,
      'Make them sum to 1, such as 0.5 and 0.5.',
    );
  return weights;
}
