/** Money per unit in one currency as rows of a table: one column per variant. */
import type { CurrencyMoney, MoneyDifference } from '../figures/money.js';
import { explainMissing } from '../statistics/figure.js';
import { NONE, toCount, toMoneyText, toP } from './format.js';

/** The head names the variants. */
export function toMoneyRows({ currency, arms, comparisons }: CurrencyMoney): string[][] {
  const text = (minor: number | null): string => toMoneyText(minor, currency);
  const compared = (label: string, of: (comparison: MoneyDifference) => string): string[] => [
    label,
    ...arms.map(({ variant }) => {
      const found = comparisons.find((each) => each.variant === variant);
      return found ? of(found) : NONE;
    }),
  ];
  return [
    ['', ...arms.map(({ variant }) => variant)],
    ['Units', ...arms.map(({ units }) => toCount(units))],
    ['Paid', ...arms.map(({ total }) => text(total))],
    ['Per unit', ...arms.map(({ perUnit }) => text(perUnit))],
    compared('Difference, one look (95%)', ({ comparison: { value } }) =>
      value === null
        ? NONE
        : `${text(value.difference.estimate)} [${text(value.difference.low)}, ${text(value.difference.high)}]`,
    ),
    compared('p, one look', ({ comparison: { value } }) => toP(value?.p ?? null)),
  ];
}

/** Why differences are not there. */
export const toMissingMoney = ({ comparisons }: CurrencyMoney): string[] =>
  comparisons.flatMap(({ variant, comparison }) =>
    comparison.missing === null ? [] : `${variant}: ${explainMissing(comparison.missing)}`,
  );
