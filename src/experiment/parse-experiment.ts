/** Reads what a tag says about its experiment: a name, or a name with variants and weights. */
import type { ReportProblem } from './problem.js';

/** An experiment that can be run. */
export interface Experiment {
  /** Its name in every report. */
  readonly name: string;
  /** What is hashed before the unit. */
  readonly seed: string;
  /** Share of the units that take part, 0 to 1. */
  readonly coverage: number;
  /** Names of the variants; the first is the control. */
  readonly variants: readonly string[];
  /** Share of each variant, summing to one. */
  readonly weights: readonly number[];
}

/** The object form of the property `experiment`. */
export interface ExperimentInput {
  /** Letters, digits, `-` and `_`, at most 64. */
  readonly name: string;
  /** 2 to 20 variants, the control first, each with its weight, 0 to 1. The weights sum to one. */
  readonly variants: Readonly<Record<string, number>>;
  /** Makes another draw under the same name. Default: the name. */
  readonly seed?: string;
  /** Share of the units that take part, 0 to 1. The others see the tag's own `flow` and are not counted. Default 1. */
  readonly coverage?: number;
}

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/**
 * Checks an experiment. A name alone means `two-page` (the control) and `one-page`, half each. Never throws: what
 * cannot be used is reported, and null.
 *
 * @param input - The attribute's text, or the property's object.
 *
 * @example
 * ```ts
 * import { parseExperiment } from 'billing-checkout/experiment';
 *
 * const report = ({ attribute, reason }: { readonly attribute: string; readonly reason: string }): void => {
 *   console.log(`${attribute} ${reason}`);
 * };
 * console.log(parseExperiment({ name: 'words', variants: { control: 0.9, short: 0.1 } }, report)?.weights); // [ 0.9, 0.1 ]
 * parseExperiment({ name: 'words', variants: { control: 1 } }, report); // prints 'experiment needs 2 to 20 variants'
 * ```
 */
export function parseExperiment(input: unknown, report: ReportProblem): Experiment | null {
  const bad = (reason: string): null => {
    report({ attribute: 'experiment', reason, mend: 'Set { name, variants: { control: 0.5, other: 0.5 } }.' });
    return null;
  };
  const given: unknown = isText(input)
    ? { name: input, variants: { 'two-page': 0.5, 'one-page': 0.5 } }
    : Object(input);
  const { name, variants: shares, seed = name, coverage = 1, ...rest } = given as Record<string, unknown>;
  const variants = Object.keys(Object(shares) as object);
  const weights = Object.values(Object(shares) as object) as unknown[];

  if (!isText(name) || ![name, ...variants].every((slug) => SLUG.test(slug)))
    return bad('name or variant is not 1 to 64 letters, digits, - or _');
  if (!variants[1] || variants[20]) return bad('needs 2 to 20 variants');
  // Adding decimals in binary leaves a trace.
  if (!weights.every(isShare) || Math.abs(weights.reduce((sum, weight) => sum + weight) - 1) > 1e-6)
    return bad('weights are not from 0 to 1, or do not sum to 1');
  if (!isText(seed) || !isShare(coverage) || Object.keys(rest)[0]) return bad('has a wrong or unknown field');
  return { name, seed: seed || name, coverage, variants, weights };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
