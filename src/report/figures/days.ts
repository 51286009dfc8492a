/** How the comparison went, day by day, each day with all before it. */
import { compareVariants } from '../statistics/compare-variants.js';
import type { Estimate, Figure } from '../statistics/figure.js';
import { SECONDS_PER_DAY, toIso } from '../read/period.js';
import type { Exposure } from '../units/exposures.js';

/** One variant up to the end of a day. */
export interface ArmDay {
  /** Name of the variant. */
  readonly variant: string;
  /** Units exposed up to and on this day. */
  readonly units: number;
  /** Those of them that converted within their window. */
  readonly conversions: number;
}

/** One variant against the control, up to the end of a day. */
export interface ComparisonDay {
  /** Name of the variant. */
  readonly variant: string;
  /** Relative lift with its always-valid interval. */
  readonly lift: Figure<Estimate>;
}

/** A day of exposures, with all days before it. */
export interface ReportDay {
  /** Of the exposures, in UTC: `2026-11-01`. */
  readonly day: string;
  /** The control first. */
  readonly arms: readonly ArmDay[];
  /** Each other variant against the control. */
  readonly comparisons: readonly ComparisonDay[];
}

/** From the first day with an exposure to the last, days without any included. */
export function toDays(exposures: readonly Exposure[], variants: readonly string[]): ReportDay[] {
  const perDay = new Map<number, Exposure[]>();
  for (const exposure of exposures) {
    const day = Math.floor(exposure.at / SECONDS_PER_DAY);
    const same = perDay.get(day);
    if (same) same.push(exposure);
    else perDay.set(day, [exposure]);
  }
  const known = [...perDay.keys()].sort((a, b) => a - b);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const sums = variants.map((variant) => ({ variant, units: 0, conversions: 0 }));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    for (const { variant, converted } of perDay.get(day) ?? []) {
      const sum = sums.find((each) => each.variant === variant);
      if (!sum) continue;
      sum.units += 1;
      if (converted) sum.conversions += 1;
    }
    return toDay(
      day,
      sums.map((sum) => ({ ...sum })),
    );
  });
}

function toDay(day: number, arms: readonly ArmDay[]): ReportDay {
  const [control, ...others] = arms;
  const compared = control ? compareVariants(control, others) : [];
  return {
    day: toIso(day * SECONDS_PER_DAY).slice(0, 10),
    arms,
    comparisons: compared.map(({ variant, anytime }) => ({
      variant,
      lift: anytime.value === null ? anytime : { value: anytime.value.lift, missing: null },
    })),
  };
}
