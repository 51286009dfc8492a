/** Conversion and lift by day, each day with all before it. */
import type { Report } from '../report.js';
import { toCount, toLift, toPercent, toSignedPercent } from '../text/format.js';
import { DAYS_HEIGHT, DAYS_WIDTH, drawDays, type DaySeries } from './days-plot.js';
import type { Markup } from './markup.js';
import { toFigure } from './to-figure.js';

const SIZE = { width: DAYS_WIDTH, height: DAYS_HEIGHT };

/** The rate of each variant. */
export function toConversionPlot({ days, variants }: Report): Markup {
  const series = variants.map(({ variant }, place): DaySeries => ({
    label: variant,
    variant: place,
    points: days.flatMap(({ arms }, day) => {
      const arm = arms[place];
      return arm && arm.units > 0 ? [{ day, value: arm.conversions / arm.units }] : [];
    }),
  }));
  return toFigure({
    ...SIZE,
    id: 'conversion',
    title: 'Conversion rate by day of exposure, all days so far',
    caption: 'Each point holds every unit exposed up to that day (UTC).',
    drawing: drawDays({ days: days.map(({ day }) => day), series, format: toPercent, zero: false }),
    rows: [
      ['Day', ...variants.map(({ variant }) => variant)],
      ...days.map(({ day, arms }) => [
        day,
        ...arms.map(({ units, conversions }) =>
          units === 0 ? 'no unit' : `${toCount(conversions)} of ${toCount(units)} (${toPercent(conversions / units)})`,
        ),
      ]),
    ],
  });
}

/** The always-valid interval of each variant's lift; null before the first one. */
export function toSequencePlot({ days, variants, control }: Report): Markup | null {
  const others = variants.slice(1);
  const series = others.map(({ variant }, index): DaySeries => ({
    label: variant,
    variant: index + 1,
    points: days.flatMap(({ comparisons }, day) => {
      const value = comparisons[index]?.lift.value;
      return value ? [{ day, value: value.estimate, low: value.low, high: value.high }] : [];
    }),
  }));
  if (series.every(({ points }) => points.length === 0)) return null;
  return toFigure({
    ...SIZE,
    id: 'sequence',
    title: `Relative lift over ${control} by day, with its confidence sequence`,
    caption:
      'The band may be looked at every day: it holds the truth on all days at once in 95 of 100 experiments. A verdict is reached when it leaves the dashed line.',
    drawing: drawDays({ days: days.map(({ day }) => day), series, format: toSignedPercent, zero: true }),
    rows: [
      ['Day', ...others.map(({ variant }) => variant)],
      ...days.map(({ day, comparisons }) => [
        day,
        ...comparisons.map(({ lift }) => (lift.value ? toLift(lift) : 'not yet')),
      ]),
    ],
  });
}
