/**
 * Reads an experiment's result from Stripe and shows it as text, JSON or a page.
 *
 * @module report
 */
export { createReport } from './create-report.js';
export { toHtml } from './html/to-html.js';
export { toText } from './text/to-text.js';
export { ReportError, type ReportErrorKind } from './report-error.js';
export type { ReportOptions } from './options.js';
export type { ReportProgress } from './read/gather.js';
export type { Report, ReportPeriod, ReportVariant } from './report.js';
export type { Acceptance, ArmAcceptance, Authorization, DeclineCount } from './figures/authorization.js';
export type { Arm, Cohort } from './figures/cohort.js';
export type { Coverage } from './figures/coverage.js';
export type { ArmDay, ComparisonDay, ReportDay } from './figures/days.js';
export type { ArmFunnel, Funnel, FunnelStep, FunnelStepName } from './figures/funnel.js';
export type { ArmMoney, CurrencyMoney, MoneyDifference } from './figures/money.js';
export type { FigureSource } from './figures/sources.js';
export type { ReportVerdict } from './figures/verdict.js';
export type { LeftOut } from './units/exposures.js';
export type { SampleRatio } from './statistics/check-sample-ratio.js';
export type { AnytimeComparison } from './statistics/compare-anytime.js';
export type { MoneyComparison } from './statistics/compare-money.js';
export type { RateComparison } from './statistics/compare-rates.js';
export type { VariantComparison } from './statistics/compare-variants.js';
export type { Wanting } from './statistics/count-wanting.js';
export type { Call, Verdict, Withheld } from './statistics/decide.js';
export { explainMissing, type Estimate, type Figure, type Missing } from './statistics/figure.js';
export { planDays } from './statistics/plan-days.js';
export { planUnits, type Goal, type Plan } from './statistics/plan.js';
export { StatisticsError } from './statistics/statistics-error.js';
