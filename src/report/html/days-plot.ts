/** Values by day, one line per variant, some with an interval around them. */
import { markup, type Markup } from './markup.js';
import { toExtent, toScale, type Scale } from './scale.js';

export interface DayPoint {
  /** Place of the day on the axis, from 0. */
  readonly day: number;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface DaySeries {
  readonly label: string;
  /** Place of the variant among all, for its color. */
  readonly variant: number;
  readonly points: readonly DayPoint[];
}

export interface DaysPlot {
  /** `2026-11-01`, one each. */
  readonly days: readonly string[];
  readonly series: readonly DaySeries[];
  readonly format: (value: number) => string;
  /** A line at zero. */
  readonly zero: boolean;
}

export const DAYS_WIDTH = 880;
export const DAYS_HEIGHT = 300;
const LEFT = 64;
const RIGHT = 170;
const TOP = 14;
const BOTTOM = 34;
/** Lines of names must not lie upon each other. */
const NAME_GAP = 17;

export function drawDays({ days, series, format, zero }: DaysPlot): Markup[] {
  const x = toScale([0, Math.max(1, days.length - 1)], [LEFT, DAYS_WIDTH - RIGHT]);
  const y = toScale(toRange(series, zero), [DAYS_HEIGHT - BOTTOM, TOP]);
  return [
    ...y.ticks.map(
      (tick) =>
        markup`<line class="grid" x1="${LEFT}" x2="${DAYS_WIDTH - RIGHT}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text class="quiet" x="${LEFT - 8}" y="${y.at(tick) + 4}" text-anchor="end">${format(tick)}</text>`,
    ),
    ...(zero
      ? [markup`<line class="zero" x1="${LEFT}" x2="${DAYS_WIDTH - RIGHT}" y1="${y.at(0)}" y2="${y.at(0)}"/>`]
      : []),
    ...toDayNames(days, x),
    ...series.map((each) => toBand(each, x, y)),
    ...series.map((each) => toLine(each, x, y)),
    ...toNames(series, x, y),
  ];
}

/** Bands of the first days reach far: the axis holds the last day's band and every value. */
function toRange(series: readonly DaySeries[], zero: boolean): readonly [number, number] {
  const values = series.flatMap(({ points }) => points.slice(Math.floor(points.length / 4)).map(({ value }) => value));
  const ends = series.flatMap(({ points }) => points.slice(-1).flatMap(({ low, high }) => [low, high]));
  const known = ends.filter((end) => end !== undefined);
  const reach = 2 * Math.max(0, ...known.map(Math.abs));
  return toExtent([...values, ...known, ...(zero ? [-reach / 2, 0, reach] : [])]);
}

function toDayNames(days: readonly string[], x: Scale): Markup[] {
  const every = Math.max(1, Math.ceil(days.length / 7));
  return days.flatMap((day, index) =>
    index % every === 0
      ? [
          markup`<text class="quiet" x="${x.at(index)}" y="${DAYS_HEIGHT - 10}" text-anchor="middle">${day.slice(5)}</text>`,
        ]
      : [],
  );
}

function toBand({ variant, points }: DaySeries, x: Scale, y: Scale): Markup {
  const upper = points.flatMap(({ day, high }) =>
    high === undefined ? [] : `${round(x.at(day))} ${round(y.at(high))}`,
  );
  const lower = points.flatMap(({ day, low }) => (low === undefined ? [] : `${round(x.at(day))} ${round(y.at(low))}`));
  if (upper.length < 2) return markup``;
  return markup`<path class="band v${variant % 5}" d="M${[...upper, ...lower.reverse()].join('L')}Z"/>`;
}

function toLine({ variant, points }: DaySeries, x: Scale, y: Scale): Markup {
  const path = points.map(({ day, value }) => `${round(x.at(day))} ${round(y.at(value))}`).join('L');
  if (points.length > 1) return markup`<path class="line v${variant % 5}" d="M${path}"/>`;
  return markup`${points.map(({ day, value }) => markup`<circle class="dot v${variant % 5}" cx="${x.at(day)}" cy="${y.at(value)}" r="4"/>`)}`;
}

function toNames(series: readonly DaySeries[], x: Scale, y: Scale): Markup[] {
  const ends = series
    .flatMap(({ label, variant, points }) =>
      points.slice(-1).map(({ day, value }) => ({ label, variant, day, at: y.at(value) })),
    )
    .sort((a, b) => a.at - b.at);
  let last = -Infinity;
  return ends.map(({ label, variant, day, at }) => {
    last = Math.max(at, last + NAME_GAP);
    const short = label.length > 20 ? `${label.slice(0, 19)}…` : label;
    return markup`<circle class="dot v${variant % 5}" cx="${x.at(day)}" cy="${at}" r="4"/><text x="${x.at(day) + 12}" y="${last + 4}">${short}</text>`;
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
