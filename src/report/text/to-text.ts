/** The report as plain text, for a terminal or a log. */
import type { CurrencyMoney } from '../figures/money.js';
import type { Authorization } from '../figures/authorization.js';
import type { Funnel } from '../figures/funnel.js';
import type { Report } from '../report.js';
import { explainMissing } from '../statistics/figure.js';
import { toCohortRows, toMissingLines } from './cohort-rows.js';
import { NONE, toCount, toCounted, toMoneyText, toP, toPercent, toRate } from './format.js';
import { toTable } from './to-table.js';

/** Sections with a heading each, no color, at most some 100 columns with two variants. Ends with a line break. */
export function toText(report: Report): string {
  const { everyone, differing, money, authorization, funnel, period } = report;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Verdict', [report.verdict.sentence, ratioLine(report)]],
    [`Everyone, as assigned: ${toCounted(everyone.units, 'unit')}`, cohortLines(everyone)],
    ...(differing
      ? [[`Where the variants differ: ${toCounted(differing.units, 'unit')}`, cohortLines(differing)] as const]
      : []),
    ...money.map((each) => [`Money per unit, ${each.currency.toUpperCase()}`, moneyLines(each)] as const),
    ['Authorization', authorizationLines(authorization)],
    ['Drop-off by step', funnel ? funnelLines(funnel) : ['No events were given: write --events and their directory.']],
    ...(report.notes.length > 0 ? [['Notes', report.notes.map((note) => `- ${note}`)] as const] : []),
    [
      'Sources and coverage',
      toTable(report.sources.map(({ figure, source, coverage }) => [figure, `${source} (${coverage})`])),
    ],
  ];
  const title = `Experiment ${report.experiment}`;
  const about = `Exposures from ${period.from} to ${period.to}, completed within ${toCounted(period.windowDays, 'day')}. Read ${period.asOf}.`;
  const body = sections.map(([heading, lines]) => [heading, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n'));
  return `${[`${title}\n${about}`, ...body].join('\n\n')}\n`;
}

function ratioLine({ sampleRatio, variants, everyone }: Report): string {
  const meant = variants.map(({ variant, weight }) => `${variant} ${toPercent(weight)}`).join(', ');
  const { value, missing } = sampleRatio;
  if (value === null) return `Sample ratio: ${explainMissing(missing)}`;
  const seen = everyone.arms.map(({ units }) => toPercent(units / everyone.units)).join(', ');
  return `Sample ratio: ${value.failed ? 'failed' : 'as meant'} (p ${toP(value.p)}; meant ${meant}; seen ${seen}).`;
}

const cohortLines = (cohort: Report['everyone']): string[] => [
  ...toTable(toCohortRows(cohort)),
  ...toMissingLines(cohort),
];

function moneyLines({ currency, arms, comparisons }: CurrencyMoney): string[] {
  const text = (minor: number | null): string => toMoneyText(minor, currency);
  const compared = (label: string, of: (comparison: CurrencyMoney['comparisons'][number]) => string): string[] => [
    label,
    ...arms.map(({ variant }) => {
      const found = comparisons.find((each) => each.variant === variant);
      return found ? of(found) : NONE;
    }),
  ];
  const missing = comparisons.flatMap(({ variant, comparison }) =>
    comparison.missing === null ? [] : `${variant}: ${explainMissing(comparison.missing)}`,
  );
  return [
    ...toTable([
      ['', ...arms.map(({ variant }) => variant)],
      ['Units', ...arms.map(({ units }) => toCount(units))],
      ['Paid', ...arms.map(({ total }) => text(total))],
      ['Per unit', ...arms.map(({ perUnit }) => text(perUnit))],
      compared('Difference, read once (95%)', ({ comparison: { value } }) =>
        value === null
          ? NONE
          : `${text(value.difference.estimate)} [${text(value.difference.low)}, ${text(value.difference.high)}]`,
      ),
      compared('p, read once', ({ comparison: { value } }) => toP(value?.p ?? null)),
    ]),
    ...missing,
  ];
}

function authorizationLines({ account, arms, withheld, unjoined, unjoinedShare }: Authorization): string[] {
  const columns = [{ variant: 'account', ...account }, ...(arms ?? [])];
  const row = (label: string, of: (column: (typeof columns)[number]) => string): string[] => [
    label,
    ...columns.map(of),
  ];
  const codes = [...new Set(columns.flatMap(({ declines }) => declines.map(({ code }) => code)))];
  return [
    ...toTable([
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
    ]),
    `Joined to no variant: ${toCounted(unjoined, 'payment')} (${toPercent(unjoinedShare)}).`,
    ...(withheld === null ? [] : [`Withheld per variant: ${withheld}`]),
  ];
}

function funnelLines({ arms }: Funnel): string[] {
  const steps = arms[0]?.steps ?? [];
  return toTable([
    ['', ...arms.map(({ variant }) => variant)],
    ...steps.map(({ step }, index) => [
      step,
      ...arms.map((arm) => `${toCount(arm.steps[index]?.visits ?? 0)} (${toPercent(arm.steps[index]?.share ?? null)})`),
    ]),
  ]);
}
