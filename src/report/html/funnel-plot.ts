/** Drop-off by step: a bar per step and variant. */
import type { Funnel } from '../figures/funnel.js';
import { toPercent } from '../text/format.js';
import { STEP_NAMES, toFunnelRows } from '../text/funnel-rows.js';
import { markup, type Markup } from './markup.js';
import { toFigure } from './to-figure.js';

const WIDTH = 880;
const LEFT = 120;
const RIGHT = 70;
const BAR = 16;
const GAP = 14;
const LEGEND = 30;

export function toFunnelPlot(funnel: Funnel): Markup {
  const { arms } = funnel;
  const steps = arms[0]?.steps ?? [];
  const rowHeight = arms.length * (BAR + 2) + GAP;
  const length = WIDTH - LEFT - RIGHT;
  const bars = steps.map(({ step }, index) => {
    const top = LEGEND + index * rowHeight;
    const own = arms.map((arm, place) => {
      const share = arm.steps[index]?.share ?? 0;
      const y = top + place * (BAR + 2);
      return markup`<rect class="bar v${place % 5}" x="${LEFT}" y="${y}" width="${share * length}" height="${BAR}" rx="2"/><text class="quiet" x="${LEFT + share * length + 6}" y="${y + 13}">${toPercent(arm.steps[index]?.share ?? null)}</text>`;
    });
    return markup`<text x="0" y="${top + (rowHeight - GAP) / 2 + 4}">${STEP_NAMES[step]}</text>${own}`;
  });
  return toFigure({
    id: 'funnel',
    title: 'Page views that reached each step',
    caption: 'Share of the page views of each variant, from the kept events.',
    width: WIDTH,
    height: LEGEND + steps.length * rowHeight,
    drawing: [...arms.map(({ variant }, place) => toLegend(variant, place, arms.length)), ...bars],
    rows: toFunnelRows(funnel),
  });
}

function toLegend(variant: string, place: number, count: number): Markup {
  const x = LEFT + (place * (WIDTH - LEFT)) / Math.max(3, count);
  const short = variant.length > 24 ? `${variant.slice(0, 23)}…` : variant;
  return markup`<rect class="bar v${place % 5}" x="${x}" y="4" width="12" height="12" rx="2"/><text x="${x + 18}" y="15">${short}</text>`;
}
