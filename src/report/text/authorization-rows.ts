/** Authorization rates and declines as rows of a table: one column for the account, one per variant. */
import type { Authorization } from '../figures/authorization.js';
import { toCount, toCounted, toPercent, toRate } from './format.js';

/** The head names the account and the variants; without variants where their rates are withheld. */
export function toAuthorizationRows({ account, arms }: Authorization): string[][] {
  const columns = [{ variant: 'account', ...account }, ...(arms ?? [])];
  const row = (label: string, of: (column: (typeof columns)[number]) => string): string[] => [
    label,
    ...columns.map(of),
  ];
  const codes = [...new Set(columns.flatMap(({ declines }) => declines.map(({ code }) => code)))];
  return [
    row('', ({ variant }) => variant),
    row('Authorization rate (95%)', ({ rate }) => toRate(rate)),
    row('Succeeded', ({ succeeded }) => toCount(succeeded)),
    row('Declined', ({ failed }) => toCount(failed)),
    ...codes.map((code) =>
      row(`  ${code}`, ({ declines }) => toCount(declines.find((each) => each.code === code)?.count ?? 0)),
    ),
    row('Blocked by Stripe', ({ blocked }) => toCount(blocked)),
    row('Challenge not passed', ({ challenged }) => toCount(challenged)),
    row('Not tried', ({ unattempted }) => toCount(unattempted)),
    row('Under way', ({ pending }) => toCount(pending)),
  ];
}

/** How many payments belong to no variant, and what follows from it. */
export const toJoinLines = ({ withheld, unjoined, unjoinedShare }: Authorization): string[] => [
  `Joined to no variant: ${toCounted(unjoined, 'payment')} (${toPercent(unjoinedShare)}).`,
  ...(withheld === null ? [] : [`Withheld per variant: ${withheld}`]),
];
