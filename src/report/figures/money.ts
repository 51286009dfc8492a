/** Money per unit, each currency by itself. */
import { compareMoney, type MoneyComparison } from '../statistics/compare-money.js';
import type { Figure } from '../statistics/figure.js';
import { summarizeMoney, type MoneySummary } from '../statistics/summarize-money.js';
import type { Exposure } from '../units/exposures.js';

/** What one variant's units paid in one currency. */
export interface ArmMoney {
  /** Name of the variant. */
  readonly variant: string;
  /** Units shown this currency, those that paid nothing included. */
  readonly units: number;
  /** Minor units paid in all, within the window. */
  readonly total: number;
  /** Minor units per unit, on average; null without units. */
  readonly perUnit: number | null;
}

/** A variant's money per unit against the control's. */
export interface MoneyDifference {
  /** Name of the variant. */
  readonly variant: string;
  /** Welch's t-test on money per unit, for one look at the end. */
  readonly comparison: Figure<MoneyComparison>;
}

/** Money in one currency. Never added up with another. */
export interface CurrencyMoney {
  /** Three lower-case letters. */
  readonly currency: string;
  /** The control first. */
  readonly arms: readonly ArmMoney[];
  /** Each other variant against the control. */
  readonly comparisons: readonly MoneyDifference[];
}

/** One entry per currency, the one with most units first. */
export function toMoney(exposures: readonly Exposure[], variants: readonly string[]): CurrencyMoney[] {
  const units = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    if (exposure.currency === null) continue;
    const same = units.get(exposure.currency);
    if (same) same.push(exposure);
    else units.set(exposure.currency, [exposure]);
  }
  return [...units]
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
    .map(([currency, shown]) => toCurrencyMoney(currency, shown, variants));
}

function toCurrencyMoney(currency: string, exposures: readonly Exposure[], variants: readonly string[]): CurrencyMoney {
  const arms = variants.map((variant) => {
    const own = exposures.filter((exposure) => exposure.variant === variant);
    const payments = own.filter(({ money }) => money !== 0).map(({ money: amount }) => ({ amount, currency }));
    const summary = summarizeMoney(payments, own.length);
    const total = payments.reduce((sum, { amount }) => sum + amount, 0);
    return {
      summary,
      arm: { variant, units: own.length, total, perUnit: own.length === 0 ? null : total / own.length },
    };
  });
  const [control, ...others] = arms;
  return {
    currency,
    arms: arms.map(({ arm }) => arm),
    comparisons: control ? others.map(({ summary, arm }) => toDifference(arm.variant, control.summary, summary)) : [],
  };
}

function toDifference(variant: string, control: Figure<MoneySummary>, summary: Figure<MoneySummary>): MoneyDifference {
  if (control.value === null) return { variant, comparison: control };
  if (summary.value === null) return { variant, comparison: summary };
  return { variant, comparison: compareMoney(control.value, summary.value) };
}
