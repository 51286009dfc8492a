/** Decides which variants the report compares, and which of them is the control. */
import { parseWeights } from '../statistics/parse-weights.js';
import { StatisticsError } from '../statistics/statistics-error.js';
import { ReportError } from '../report-error.js';

export interface Chosen {
  /** The control first. */
  readonly variants: readonly string[];
  /** Share meant for each, in the same order; undefined: equal shares. */
  readonly weights: readonly number[] | undefined;
}

export interface Choice {
  readonly experiment: string;
  /** Variants of the units that count. */
  readonly seen: readonly string[];
  readonly weights: Readonly<Record<string, number>> | undefined;
  readonly control: string | undefined;
}

/** Throws a {@link ReportError} for variants that cannot be compared. */
export function chooseVariants({ experiment, seen, weights, control: wanted }: Choice): Chosen {
  const declared = weights === undefined ? [...seen].sort() : Object.keys(weights);
  const strange = seen.filter((variant) => !declared.includes(variant));
  if (strange.length > 0) {
    throw new ReportError(
      'usage',
      `weights: units of ${experiment} saw ${list(strange)}, which the weights do not name. Give every variant a weight.`,
    );
  }
  const control = toControl(declared, wanted);
  const [only, another] = seen;
  if (only === undefined || another === undefined) {
    throw new ReportError(
      'data',
      `${experiment}: every unit that counts saw ${only ?? 'nothing'}; there is no other variant to compare it with. Check the assignment, or --from and --to.`,
    );
  }
  const variants = [control, ...declared.filter((variant) => variant !== control)];
  return { variants, weights: weights && variants.map((variant) => weights[variant] ?? 0) };
}

/** Throws a {@link ReportError} unless the weights are shares of two variants or more. */
export function checkWeights(weights: Readonly<Record<string, number>> | undefined): void {
  if (weights === undefined) return;
  const shares = Object.values(weights);
  if (shares.length < 2) {
    throw new ReportError('usage', 'weights: name two variants or more, such as two-page=0.5,one-page=0.5.');
  }
  try {
    parseWeights(shares, shares.length);
  } catch (cause) {
    throw cause instanceof StatisticsError ? new ReportError('usage', cause.message, { cause }) : cause;
  }
}

function toControl(variants: readonly string[], wanted: string | undefined): string {
  if (wanted !== undefined && !variants.includes(wanted)) {
    throw new ReportError('usage', `control: no unit saw ${wanted}, only ${list(variants)}. Name one of these.`);
  }
  const usual = ['control', 'two-page'].find((name) => variants.includes(name));
  return wanted ?? usual ?? [...variants].sort()[0] ?? '';
}

const list = (names: readonly string[]): string => names.join(', ');
