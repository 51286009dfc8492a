/** Lifts with both of their intervals, one line per variant and set of units. */
import type { Cohort } from '../figures/cohort.js';
import type { Report } from '../report.js';
import type { Estimate } from '../statistics/figure.js';
import { toLift, toSignedPercent } from '../text/format.js';
import { markup, type Markup } from './markup.js';
import { toScale, type Scale } from './scale.js';
import { toFigure } from './to-figure.js';

interface LiftLine {
  readonly label: string;
  /** Place of the variant among all, for its color. */
  readonly variant: number;
  readonly daily: Estimate | null;
  readonly once: Estimate | null;
}

const WIDTH = 880;
const LEFT = 250;
const ROW = 46;
const TOP = 14;

/** Null when no lift can be drawn. */
export function toLiftPlot({ everyone, differing, control }: Report): Markup | null {
  const lines = [
    ...toLines(everyone, 'everyone'),
    ...(differing ? toLines(differing, 'where variants differ') : []),
  ].filter(({ daily, once }) => daily !== null || once !== null);
  if (lines.length === 0) return null;
  const bottom = TOP + lines.length * ROW;
  const scale = toScale(toRange(lines), [LEFT, WIDTH - 24], 7);
  return toFigure({
    id: 'lift',
    title: `Relative lift over ${control}`,
    caption:
      'Dot: the lift seen. Wide bar: the always-valid interval, which may be read every day. Thin line: the interval for one look at the end. An arrow: it goes on. What crosses the dashed line may be nothing.',
    width: WIDTH,
    height: bottom + 30,
    drawing: [
      ...scale.ticks.map((tick) => toTick(tick, scale, bottom)),
      markup`<line class="zero" x1="${scale.at(0)}" x2="${scale.at(0)}" y1="${TOP - 6}" y2="${bottom}"/>`,
      ...lines.map((line, index) => toLine(line, scale, TOP + ROW * (index + 0.5))),
    ],
    rows: [
      ['', 'Always valid', 'One look'],
      ...lines.map(({ label, daily, once }) => [label, toCell(daily), toCell(once)]),
    ],
  });
}

const toCell = (value: Estimate | null): string => (value === null ? 'not yet' : toLift({ value, missing: null }));

const toLines = ({ arms, comparisons }: Cohort, who: string): LiftLine[] =>
  comparisons.map(({ variant, anytime, fixed }) => ({
    label: `${variant}, ${who}`,
    variant: arms.findIndex((arm) => arm.variant === variant),
    daily: anytime.value?.lift ?? null,
    once: fixed.lift.value,
  }));

/** Intervals of few units reach far: what lies beyond three times the narrow ones is cut off. */
function toRange(lines: readonly LiftLine[]): readonly [number, number] {
  const once = lines.flatMap(({ once: value, daily }) => value ?? daily ?? []);
  const reach = 3 * Math.max(0.01, ...once.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const all = lines.flatMap(({ daily, once: value }) => [daily, value].filter((each) => each !== null));
  const low = Math.max(-reach, Math.min(0, ...all.map((each) => each.low)));
  const high = Math.min(reach, Math.max(0, ...all.map((each) => each.high)));
  const room = (high - low) * 0.05;
  return [low - room, high + room];
}

const toTick = (tick: number, scale: Scale, bottom: number): Markup =>
  markup`<line class="grid" x1="${scale.at(tick)}" x2="${scale.at(tick)}" y1="${TOP - 6}" y2="${bottom}"/><text class="quiet" x="${scale.at(tick)}" y="${bottom + 20}" text-anchor="middle">${toSignedPercent(tick)}</text>`;

function toLine({ label, variant, daily, once }: LiftLine, scale: Scale, y: number): Markup {
  const parts = [
    ...(daily ? [toInterval(daily, 'wide', scale, y)] : []),
    ...(once ? [toInterval(once, 'thin', scale, y)] : []),
  ];
  const at = (once ?? daily)?.estimate ?? 0;
  return markup`<g class="v${variant % 5}"><text x="0" y="${y + 4}">${shorten(label)}</text>${parts}<circle class="dot" cx="${scale.at(at)}" cy="${y}" r="5"/></g>`;
}

function toInterval({ low, high }: Estimate, name: string, scale: Scale, y: number): Markup {
  const arrows = [
    ...(low < scale.low ? [markup`<path class="dot" d="M${scale.at(low)} ${y}l8 -5v10z"/>`] : []),
    ...(high > scale.high ? [markup`<path class="dot" d="M${scale.at(high)} ${y}l-8 -5v10z"/>`] : []),
  ];
  return markup`<line class="${name}" x1="${scale.at(low)}" x2="${scale.at(high)}" y1="${y}" y2="${y}"/>${arrows}`;
}

const shorten = (label: string): string => (label.length > 36 ? `${label.slice(0, 35)}…` : label);
