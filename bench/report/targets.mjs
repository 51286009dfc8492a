/** What was promised, and what it is. A target that is missed is printed as missed; it fails nothing. */
import { FLOOR, US } from '../contenders.mjs';
import { LINES, STRIPE_TAKES } from '../server/shaped-line.mjs';
import { findFigure } from './to-report.mjs';
import { toColumns } from './to-table.mjs';

const two = (value) => value.toFixed(2);
const whole = (unit) => (value) => `${Math.round(value)} ${unit}`;

/** Each: where to look, what is wanted at most (or at least), how it is printed. */
const TARGETS = [
  { label: 'Own bytes, of React’s stack', visit: 'fast', key: 'bytes', ratio: 'toReact', most: 0.4, print: two },
  {
    label: 'Own bytes',
    visit: 'fast',
    key: 'bytes',
    most: 24_000,
    print: (value) => `${(value / 1000).toFixed(1)} kB`,
  },
  {
    label: 'Usable form on the slow line, of the floor',
    visit: 'slow',
    key: 'usable',
    ratio: 'toFloor',
    most: 1.05,
    print: two,
  },
  {
    label: 'Usable form on the slow line, of React’s',
    visit: 'slow',
    key: 'usable',
    ratio: 'toReact',
    most: 0.75,
    print: two,
  },
  {
    label: 'Round trips until the form beyond the floor',
    visit: 'far',
    key: 'usable',
    beyond: true,
    most: 0,
    print: String,
  },
  {
    label: 'Round trips from click to Stripe beyond the floor',
    visit: 'far',
    key: 'charge',
    beyond: true,
    most: 1,
    print: String,
  },
  { label: 'Layout shift', visit: 'fast', key: 'shift', most: 0, print: (value) => value.toFixed(4) },
  { label: 'Keystroke to message, four times slower', visit: 'cpu', key: 'keystroke', most: 50, print: whole('ms') },
  { label: 'Blocking time, four times slower', visit: 'cpu', key: 'blocking', most: 50, print: whole('ms') },
];

const valueOf = (report, { visit, key, ratio, beyond }) => {
  const figure = findFigure(report, visit, key);
  if (ratio) return figure?.[ratio]?.ratio ?? null;
  const ours = figure?.values[US]?.median ?? null;
  if (!beyond || ours === null) return ours;
  const floor = figure.values[FLOOR]?.median ?? null;
  // Whole round trips: what is less is work, not waiting.
  return floor === null ? null : Math.round((ours - floor) / LINES.far.roundTrip);
};

/** Every target with what was measured; null where nothing was. */
export function toTargets(report) {
  const browser = TARGETS.map((target) => ({ ...target, value: valueOf(report, target) }));
  const serverRatio = (wanted) => report.server?.find(({ key }) => key === wanted)?.ratio.ratio ?? null;
  return [
    ...browser,
    ...[
      ['perSecond', 'Requests per second, of the bare handler, Stripe at once'],
      ['far.perSecond', `Requests per second, of the bare handler, Stripe ${STRIPE_TAKES} ms away`],
    ].map(([key, label]) => ({ label, least: 0.9, value: serverRatio(key), print: two })),
  ].map(({ label, most, least, value, print }) => ({
    label,
    target: most === undefined ? `at least ${print(least)}` : `at most ${print(most)}`,
    measured: value === null ? 'not measured' : print(value),
    met: value === null ? null : most === undefined ? value >= least : value <= most,
  }));
}

export const toTargetTable = (targets) =>
  toColumns([
    ['Target', 'wanted', 'measured', ''],
    ...targets.map(({ label, target, measured, met }) => [
      `  ${label}`,
      target,
      measured,
      met === null ? '' : met ? 'met' : 'missed',
    ]),
  ]);
