/** Draws a unit's variant: the same unit always draws the same. Equal to GrowthBook's hash version 2. */
import type { Experiment } from './parse-experiment.js';

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv32a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * The variant of a unit, or null when the coverage leaves it out. Synchronous; keeps nothing.
 *
 * @example
 * ```ts
 * import { assign, parseExperiment } from 'billing-checkout/experiment';
 *
 * const experiment = parseExperiment('pages', console.warn);
 * // The same unit gets the same variant, wherever and whenever it is asked.
 * console.log(experiment && assign(experiment, 'visitor-17')); // 'two-page'
 * ```
 */
export function assign({ seed, coverage, variants, weights }: Experiment, unit: string): string | null {
  const bucket = (fnv32a(String(fnv32a(seed + unit))) % 10_000) / 10_000;
  let start = 0;
  const index = weights.findIndex((weight) => {
    const from = start;
    start += weight;
    return bucket >= from && bucket < from + coverage * weight;
  });
  return variants[index] ?? null;
}
