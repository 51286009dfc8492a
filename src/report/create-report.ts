/** Reads an experiment from Stripe and says what it showed. */
import { toAuthorization } from './figures/authorization.js';
import { chooseVariants } from './figures/choose-variants.js';
import { toCohort } from './figures/cohort.js';
import { toCoverage } from './figures/coverage.js';
import { toDays } from './figures/days.js';
import { toMoney } from './figures/money.js';
import { toNotes } from './figures/notes.js';
import { toSources } from './figures/sources.js';
import { toVerdict } from './figures/verdict.js';
import { toSettings, type ReportOptions, type ReportSettings } from './options.js';
import { prepareFunnel, readFunnel } from './funnel/read-funnel.js';
import { gather } from './read/gather.js';
import { SECONDS_PER_DAY, toIso, type Period } from './read/period.js';
import { openStateFile, type StateFile } from './read/state-file.js';
import { ReportError } from './report-error.js';
import type { Report } from './report.js';
import { checkSampleRatio } from './statistics/check-sample-ratio.js';
import { addRow, createEvidence, type Evidence } from './units/evidence.js';
import { toExposures } from './units/exposures.js';
import { checkUnits } from './units/check-units.js';

/**
 * Reads Checkout Sessions and PaymentIntents of a period through the official SDK and compares an experiment's variants.
 * Only reads. Holds a row per session in memory, nothing personal; with `resume` the rows are in a file as well until
 * the report is done.
 *
 * @throws {@link ReportError}: one line that names the option or the data, the reason and the mend.
 *
 * @example
 * ```ts
 * import { createReport, toText } from 'billing-checkout/report';
 * import Stripe from 'stripe';
 *
 * // A restricted key that may read is enough.
 * const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '', { maxNetworkRetries: 3 });
 * const report = await createReport({ stripe, experiment: 'pages', from: new Date('2026-03-01') });
 * console.log(toText(report));
 * ```
 */
export async function createReport(options: ReportOptions): Promise<Report> {
  const settings = toSettings(options);
  if (options.events !== undefined) await prepareFunnel(options.events);
  const state = openState(options, settings.period);
  const period = state?.period ?? settings.period;
  const evidence = createEvidence();
  await gather({
    stripe: options.stripe,
    experiment: options.experiment,
    period,
    state,
    take: (row) => {
      addRow(evidence, row);
    },
    onProgress: options.onProgress ?? (() => undefined),
    signal: options.signal,
  });
  const removeState = (): void => state?.remove();
  const report = await toReport(evidence, options, { ...settings, period }).catch((error: unknown) => {
    // With another flag the same rows may do; without data they are of no use.
    if (!(error instanceof ReportError && error.kind === 'usage')) removeState();
    throw error;
  });
  removeState();
  return report;
}

function openState({ resume, experiment, account = '', from, to }: ReportOptions, period: Period): StateFile | null {
  if (resume === undefined) return null;
  const asked = { from: from ? period.from : null, to: to ? period.to : null, window: period.window };
  return openStateFile(resume, { state: 1, experiment, account, asked, period });
}

async function toReport(
  evidence: Evidence,
  options: ReportOptions,
  { period, lift, power }: ReportSettings,
): Promise<Report> {
  const { experiment, events } = options;
  const exposures = toExposures(evidence, period);
  const { counted, leftOut } = exposures;
  checkUnits(experiment, evidence, exposures, period);
  const seen = [...new Set(counted.map(({ variant }) => variant))];
  const { variants, weights } = chooseVariants({
    experiment,
    seen,
    weights: options.weights,
    control: options.control,
  });
  const windowDays = period.window / SECONDS_PER_DAY;
  const coverage = toCoverage(evidence, exposures, period);
  const everyone = toCohort(counted, variants);
  const known = counted.some(({ differs }) => differs !== null);
  const differing = known
    ? toCohort(
        counted.filter(({ differs }) => differs === true),
        variants,
      )
    : null;
  const money = toMoney(counted, variants);
  const authorization = toAuthorization(evidence, { experiment, period, variants });
  const funnel = events === undefined ? null : await readFunnel({ folder: events, experiment, period, variants });
  return {
    report: 1,
    experiment,
    period: { from: toIso(period.from), to: toIso(period.to), asOf: toIso(period.asOf), windowDays },
    control: variants[0] ?? '',
    variants: variants.map((variant, index) => ({ variant, weight: weights?.[index] ?? 1 / variants.length })),
    verdict: toVerdict({
      arms: everyone.arms,
      comparisons: everyone.comparisons,
      weights,
      crossovers: leftOut.crossed,
      smallestLift: lift,
      power,
      unitsPerDay: coverage.unitsPerDay,
    }),
    sampleRatio: checkSampleRatio(
      everyone.arms.map(({ units }) => units),
      weights,
    ),
    everyone,
    differing,
    money,
    authorization,
    funnel,
    days: toDays(counted, variants),
    coverage,
    sources: toSources({ coverage, everyone, differing, authorization, funnel }),
    notes: toNotes({ coverage, windowDays, differing, money }),
  };
}
