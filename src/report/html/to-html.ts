/** The report as a page: one file, no script, nothing loaded from anywhere. */
import { createHash } from 'node:crypto';
import type { Cohort } from '../figures/cohort.js';
import type { Report } from '../report.js';
import { toAuthorizationRows, toJoinLines } from '../text/authorization-rows.js';
import { toCohortRows, toMissingLines } from '../text/cohort-rows.js';
import { toCounted } from '../text/format.js';
import { NO_EVENTS } from '../text/funnel-rows.js';
import { toMissingMoney, toMoneyRows } from '../text/money-rows.js';
import { toAboutLine, toRatioLine } from '../text/report-lines.js';
import { toConversionPlot, toSequencePlot } from './conversion-plots.js';
import { toFunnelPlot } from './funnel-plot.js';
import { toLiftPlot } from './lift-plot.js';
import { markup, type Markup } from './markup.js';
import { PAGE_STYLE } from './page-style.js';
import { toHtmlTable } from './to-html-table.js';

/** Its own policy lets it do nothing but use its style. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`;

/**
 * A complete HTML document with plots, light and dark, readable without them: each plot has its numbers as a table.
 * Holds no script and loads nothing, so a backend may serve it as it is.
 *
 * @example
 * ```ts
 * import { toHtml, type Report } from 'billing-checkout/report';
 * import { writeFile } from 'node:fs/promises';
 *
 * export const publish = (report: Report): Promise<void> => writeFile('report.html', toHtml(report));
 * ```
 */
export function toHtml(report: Report): string {
  const { everyone, differing, money, authorization, funnel, notes, sources, verdict } = report;
  const kind = verdict.decision.kind;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Experiment ${report.experiment}</title>
<style>${{ markup: PAGE_STYLE }}</style>
</head>
<body>
<main>
<h1>Experiment ${report.experiment}</h1>
<p class="quiet">${toAboutLine(report)}</p>
<div class="verdict ${kind}"><p>${verdict.sentence}</p><p>${toRatioLine(report)}</p></div>
${optional(toLiftPlot(report))}
${section('Everyone, as assigned', toCohortParts(everyone))}
${differing ? section('Where the variants differ', toCohortParts(differing)) : markup``}
${section('Day by day', [toConversionPlot(report), optional(toSequencePlot(report))])}
${money.map((each) => section(`Money per unit, ${each.currency.toUpperCase()}`, [toHtmlTable('Paid within the window, before refunds', toMoneyRows(each)), ...toMissingMoney(each).map(paragraph)]))}
${section('Authorization', [toHtmlTable('PaymentIntents of the period, retries counted once', toAuthorizationRows(authorization)), ...toJoinLines(authorization).map(paragraph)])}
${section('Drop-off by step', [funnel ? toFunnelPlot(funnel) : paragraph(NO_EVENTS)])}
${notes.length > 0 ? section('Notes', [markup`<ul>${notes.map((note) => markup`<li>${note}</li>`)}</ul>`]) : markup``}
${section('Sources and coverage', [toHtmlTable('Where each figure comes from', [['Figure', 'Source', 'Coverage'], ...sources.map(({ figure, source, coverage }) => [figure, source, coverage])])])}
</main>
</body>
</html>
`.markup;
}

const toCohortParts = (cohort: Cohort): Markup[] => [
  toHtmlTable(toCounted(cohort.units, 'unit'), toCohortRows(cohort)),
  ...toMissingLines(cohort).map(paragraph),
];

const section = (heading: string, parts: readonly Markup[]): Markup =>
  markup`<section><h2>${heading}</h2>${parts}</section>
`;

const paragraph = (text: string): Markup => markup`<p class="quiet">${text}</p>`;
const optional = (part: Markup | null): Markup => part ?? markup``;
