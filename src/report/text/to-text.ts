/** The report as plain text, for a terminal or a log. */
import type { Cohort } from '../figures/cohort.js';
import type { Report } from '../report.js';
import { toAuthorizationRows, toJoinLines } from './authorization-rows.js';
import { toCohortRows, toMissingLines } from './cohort-rows.js';
import { toCounted } from './format.js';
import { NO_EVENTS, toFunnelRows } from './funnel-rows.js';
import { toMissingMoney, toMoneyRows } from './money-rows.js';
import { toAboutLine, toRatioLine } from './report-lines.js';
import { toTable } from './to-table.js';

/** A heading and its lines. */
type Section = readonly [heading: string, lines: readonly string[]];

/**
 * Sections with a heading each, no color, some 100 columns wide with two variants. Ends with a line break.
 *
 * @example
 * ```ts
 * import { toText, type Report } from 'billing-checkout/report';
 *
 * // The first section is the verdict.
 * export const toSubject = (report: Report): string => toText(report).split('\n\n')[0] ?? '';
 * ```
 */
export function toText(report: Report): string {
  const { everyone, differing, money, authorization, funnel, notes, sources } = report;
  const sections: Section[] = [
    ['Verdict', [report.verdict.sentence, toRatioLine(report)]],
    [`Everyone, as assigned: ${toCounted(everyone.units, 'unit')}`, toCohortLines(everyone)],
  ];
  if (differing) {
    sections.push([`Where the variants differ: ${toCounted(differing.units, 'unit')}`, toCohortLines(differing)]);
  }
  for (const each of money) {
    const heading = `Money per unit, ${each.currency.toUpperCase()}`;
    sections.push([heading, [...toTable(toMoneyRows(each)), ...toMissingMoney(each)]]);
  }
  sections.push(
    ['Authorization', [...toTable(toAuthorizationRows(authorization)), ...toJoinLines(authorization)]],
    ['Drop-off by step', funnel ? toTable(toFunnelRows(funnel)) : [NO_EVENTS]],
  );
  if (notes.length > 0) sections.push(['Notes', notes.map((note) => `- ${note}`)]);
  sections.push([
    'Sources and coverage',
    toTable(sources.map(({ figure, source, coverage }) => [figure, `${source} (${coverage})`])),
  ]);
  const body = sections.map(([heading, lines]) => [heading, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n'));
  return `${[`Experiment ${report.experiment}\n${toAboutLine(report)}`, ...body].join('\n\n')}\n`;
}

const toCohortLines = (cohort: Cohort): string[] => [...toTable(toCohortRows(cohort)), ...toMissingLines(cohort)];
