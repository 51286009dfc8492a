/** Takes a variant from outside: from the host, or from the page's address. */
import type { Experiment } from './parse-experiment.js';
import type { ReportProblem } from './problem.js';

/**
 * Whether the experiment declares a variant; reports when it does not. `attribute` is where it was given.
 *
 * @example
 * ```ts
 * import { isDeclared, parseExperiment } from 'billing-checkout/experiment';
 *
 * const experiment = parseExperiment('pages', console.warn);
 * console.log(experiment && isDeclared(experiment, 'one-page', 'variant', console.warn)); // true
 * ```
 */
export function isDeclared(
  { variants }: Experiment,
  variant: string,
  attribute: string,
  report: ReportProblem,
): boolean {
  const declared = variants.includes(variant);
  if (!declared) {
    const reason = `"${variant.slice(0, 64)}" is not declared`;
    report({ attribute, reason, mend: `Use one of ${variants.join(', ')}.` });
  }
  return declared;
}

/**
 * The variant that the page's address forces for a look at it, by `?billing-variant=<experiment>:<variant>`. Null when
 * it forces none of this experiment, or one that the experiment does not declare, which is reported.
 *
 * @param search - `location.search`.
 *
 * @example
 * ```ts
 * import { parseExperiment, readForcedVariant } from 'billing-checkout/experiment';
 *
 * const experiment = parseExperiment('pages', console.warn);
 * console.log(experiment && readForcedVariant('?billing-variant=pages:one-page', experiment, console.warn)); // 'one-page'
 * ```
 */
export function readForcedVariant(search: string, experiment: Experiment, report: ReportProblem): string | null {
  const attribute = 'billing-variant';
  const [name, variant = ''] = new URLSearchParams(search).get(attribute)?.split(':') ?? [];
  return name === experiment.name && isDeclared(experiment, variant, attribute, report) ? variant : null;
}
