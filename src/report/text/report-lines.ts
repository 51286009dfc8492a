/** Sentences about the whole report. */
import type { Report } from '../report.js';
import { explainMissing } from '../statistics/figure.js';
import { toCounted, toP, toPercent } from './format.js';

/** Which time, and which conversions. */
export const toAboutLine = ({ period }: Report): string =>
  `Exposures from ${period.from} to ${period.to}, completed within ${toCounted(period.windowDays, 'day')}. Read ${period.asOf}.`;

/** Whether units arrived in the shares meant. */
export function toRatioLine({ sampleRatio, variants, everyone }: Report): string {
  const meant = variants.map(({ variant, weight }) => `${variant} ${toPercent(weight)}`).join(', ');
  const { value, missing } = sampleRatio;
  if (value === null) return `Sample ratio: ${explainMissing(missing)}`;
  const seen = everyone.arms.map(({ units }) => toPercent(units / everyone.units)).join(', ');
  return `Sample ratio: ${value.failed ? 'failed' : 'as meant'} (p ${toP(value.p)}; meant ${meant}; seen ${seen}).`;
}
