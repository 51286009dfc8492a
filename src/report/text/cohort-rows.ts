/** A cohort as rows of a table: one column per variant. */
import type { Arm, Cohort } from '../figures/cohort.js';
import type { VariantComparison } from '../statistics/compare-variants.js';
import { explainMissing, type Figure } from '../statistics/figure.js';
import { NONE, toCount, toDuration, toLift, toP, toPercent, toRate } from './format.js';

/** The head names the variants. */
export function toCohortRows({ arms, comparisons }: Cohort): string[][] {
  const level = arms[0]?.rate.value?.level ?? 0.95;
  const several = comparisons.length > 1;
  const perArm = (label: string, of: (arm: Arm) => string): string[] => [label, ...arms.map(of)];
  const compared = (label: string, of: (comparison: VariantComparison) => string): string[] => [
    label,
    ...arms.map(({ variant }) => {
      const comparison = comparisons.find((each) => each.variant === variant);
      return comparison ? of(comparison) : NONE;
    }),
  ];
  const together = several ? ', all together' : '';
  return [
    perArm('', ({ variant }) => (variant === arms[0]?.variant ? `${variant} (control)` : variant)),
    perArm('Units', ({ units }) => toCount(units)),
    perArm('Conversions', ({ conversions }) => toCount(conversions)),
    perArm(`Conversion rate (${Math.round(level * 100)}%)`, ({ rate }) => toRate(rate)),
    compared(`Lift, always valid (95%${together})`, ({ anytime }) => toLift(liftOf(anytime))),
    compared(`p, always valid${several ? ' (Holm)' : ''}`, ({ anytimeHolm }) => toP(anytimeHolm.value)),
    compared(`Lift, one look (95%${together})`, ({ fixed }) => toLift(fixed.lift)),
    compared(`p, one look${several ? ' (Holm)' : ''}`, ({ fixedHolm }) => toP(fixedHolm.value)),
    perArm('Median time to pay', ({ medianTimeToPay }) => toDuration(medianTimeToPay)),
    perArm('Fallback to control', ({ fallbackShare }) => toPercent(fallbackShare)),
    perArm('Saw another flow', ({ switchedShare }) => toPercent(switchedShare)),
    ...(arms.some(({ hostedShare }) => hostedShare)
      ? [perArm('Paid on Stripe’s page', ({ hostedShare }) => toPercent(hostedShare))]
      : []),
  ];
}

/** Why figures of a cohort are not there, each reason once. */
export function toMissingLines({ comparisons }: Cohort): string[] {
  const reasons = comparisons.flatMap(({ variant, anytime, fixed }) =>
    [anytime, fixed.lift, fixed.p].flatMap(({ missing }) =>
      missing === null ? [] : `${variant}: ${explainMissing(missing)}`,
    ),
  );
  return [...new Set(reasons)];
}

function liftOf(
  anytime: VariantComparison['anytime'],
): Figure<NonNullable<VariantComparison['anytime']['value']>['lift']> {
  return anytime.value === null ? anytime : { value: anytime.value.lift, missing: null };
}
