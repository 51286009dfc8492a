/** The report: what `createReport` resolves to and `--json` prints, field by field. */
import type { Authorization } from './figures/authorization.js';
import type { Cohort } from './figures/cohort.js';
import type { Coverage } from './figures/coverage.js';
import type { ReportDay } from './figures/days.js';
import type { Funnel } from './figures/funnel.js';
import type { CurrencyMoney } from './figures/money.js';
import type { FigureSource } from './figures/sources.js';
import type { ReportVerdict } from './figures/verdict.js';
import type { SampleRatio } from './statistics/check-sample-ratio.js';
import type { Figure } from './statistics/figure.js';

/** The time a report is about. Times are ISO 8601, in UTC. */
export interface ReportPeriod {
  /** First moment whose exposures count. */
  readonly from: string;
  /** First moment whose exposures no longer count. */
  readonly to: string;
  /** When reading began: what is younger than the window by then does not count. */
  readonly asOf: string;
  /** Days within which a unit must complete. */
  readonly windowDays: number;
}

/** One variant and the share of units it was meant to have. */
export interface ReportVariant {
  /** Name of the variant. */
  readonly variant: string;
  /** From 0 to 1; all of them sum to 1. */
  readonly weight: number;
}

/** What an experiment showed. Plain JSON: it may be stored and sent. No number in it is ever NaN or infinite. */
export interface Report {
  /** Version of this shape. Grows when a field changes its meaning or goes; new fields may come without. */
  readonly report: 1;
  /** Name of the experiment. */
  readonly experiment: string;
  /** What was read. */
  readonly period: ReportPeriod;
  /** Name of the variant that the others are compared with. */
  readonly control: string;
  /** The control first. */
  readonly variants: readonly ReportVariant[];
  /** What may be said. Rests on `everyone`. */
  readonly verdict: ReportVerdict;
  /** Chi-squared test of units against weights. `failed` below p = 0.001. */
  readonly sampleRatio: Figure<SampleRatio>;
  /** All units that count, by the variant of their first session: intention to treat. */
  readonly everyone: Cohort;
  /** Units whose arms differ (page one would be shown to them); null where no session says. */
  readonly differing: Cohort | null;
  /** Money per unit, each currency by itself. */
  readonly money: readonly CurrencyMoney[];
  /** Authorization rates and declines. */
  readonly authorization: Authorization;
  /** Drop-off by step; null when no events were given. */
  readonly funnel: Funnel | null;
  /** The comparison day by day. */
  readonly days: readonly ReportDay[];
  /** What was read and what was left out. */
  readonly coverage: Coverage;
  /** Where each figure comes from, and what it covers. */
  readonly sources: readonly FigureSource[];
  /** What a reader must know, one line each. */
  readonly notes: readonly string[];
}
