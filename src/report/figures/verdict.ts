/** The verdict in a sentence, with the days that are wanting. */
import { decide, type Verdict, type Withheld } from '../statistics/decide.js';
import { explainMissing } from '../statistics/figure.js';
import type { NamedCounts, VariantComparison } from '../statistics/compare-variants.js';
import { planDays } from '../statistics/plan-days.js';
import { toCount, toLift, toP, toPercent, toSignedPercent } from '../text/format.js';

/** What may be said of an experiment. */
export interface ReportVerdict {
  /** For programs. */
  readonly decision: Verdict;
  /** For people: what may be said, why, and what is wanting. */
  readonly sentence: string;
  /** Days until every variant has its units, at the pace so far; null where they are not wanting or nobody knows. */
  readonly moreDays: number | null;
}

export interface VerdictInput {
  /** The control first. */
  readonly arms: readonly NamedCounts[];
  readonly comparisons: readonly VariantComparison[];
  readonly weights: readonly number[] | undefined;
  readonly crossovers: number;
  readonly smallestLift: number;
  readonly power: number;
  readonly unitsPerDay: number | null;
}

export function toVerdict(input: VerdictInput): ReportVerdict {
  const { arms, weights, crossovers, smallestLift, power, unitsPerDay } = input;
  const control = arms[0]?.variant ?? '';
  const decision = decide({ arms, control, crossovers, smallestLift, power, ...(weights && { weights }) });
  const more = decision.kind === 'undecided' ? (decision.wanting.value?.more ?? 0) : 0;
  const moreDays = more > 0 && unitsPerDay !== null ? planDays(more, unitsPerDay, arms.length) : null;
  return { decision, sentence: say(decision, control, { power, moreDays, comparisons: input.comparisons }), moreDays };
}

interface Details {
  readonly power: number;
  readonly moreDays: number | null;
  readonly comparisons: readonly VariantComparison[];
}

function say(verdict: Verdict, control: string, details: Details): string {
  switch (verdict.kind) {
    case 'withheld':
      return `No verdict: ${whyWithheld(verdict.reason)}`;
    case 'better':
      return `${verdict.variant} converts better than ${control}: ${howMuch(verdict, details)}.`;
    case 'worse':
      return `${verdict.variant} converts worse than ${control}: ${howMuch(verdict, details)}.`;
    case 'undecided':
      return `Undecided: ${whatIsWanting(verdict, details)}`;
  }
}

function howMuch({ variant, calls }: Extract<Verdict, { kind: 'better' | 'worse' }>, { comparisons }: Details): string {
  const call = calls.find((each) => each.variant === variant);
  const lift = comparisons.find((each) => each.variant === variant)?.anytime.value?.lift;
  return `${lift ? `a lift of ${toLift({ value: lift, missing: null })}, ` : ''}always-valid p ${toP(call?.p.value ?? null)}`;
}

function whyWithheld(reason: Withheld): string {
  switch (reason.code) {
    case 'no_data':
      return 'no unit counts yet.';
    case 'one_variant':
      return `every unit saw ${reason.variant}.`;
    case 'no_control':
      return `no unit saw ${reason.control}.`;
    case 'crossovers':
      return `${toPercent(reason.share)} of the units were seen in two variants, more than 1%. Look for what changes a unit's name or assignment.`;
    case 'sample_ratio':
      return `units did not arrive in the shares meant (p ${toP(reason.p)}, below 0.001). Something other than the variant decides who is counted; look for a broken assignment, or for one arm that fails to open.`;
  }
}

function whatIsWanting(verdict: Extract<Verdict, { kind: 'undecided' }>, { power, moreDays }: Details): string {
  const { wanting } = verdict;
  if (wanting.value === null) return `nobody can say how many units are wanting. ${explainMissing(wanting.missing)}`;
  const { more, perVariant, lift } = wanting.value;
  const goal = `a lift of ${toSignedPercent(lift)} would be called with ${toPercent(power)} chance`;
  if (more === 0) {
    return `every variant has the ${toCount(perVariant)} units at which ${goal}; if there is a lift, it is probably smaller.`;
  }
  const days =
    moreDays === null ? '' : `, about ${toCount(moreDays)} more ${moreDays === 1 ? 'day' : 'days'} at this pace`;
  return `${toCount(more)} more units per variant${days}, until ${goal} (${toCount(perVariant)} per variant).`;
}
