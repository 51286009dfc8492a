/** Draws a walk as a page: one lane for each state that was seen, the way between them, and all steps in a table. */
import { markup, type Markup } from '../../report/html/markup.js';
import { effectInWords, inputInWords, seconds, stateInWords } from './in-words.js';
import { toVerdict } from './to-timeline.js';
import type { Walk, WalkedStep } from './walk-trace.js';

const LANE = 34;
const STEP = 26;
const LEFT = 120;

const STYLE = `
  body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1c2330; background: #fff; }
  figure { margin: 1.5rem 0; overflow-x: auto; }
  svg text { font: 13px system-ui, sans-serif; fill: currentcolor; }
  .lane { stroke: #d8dde6; }
  .way { fill: none; stroke: #4758d6; stroke-width: 2; }
  circle { fill: #4758d6; stroke: #fff; stroke-width: 2; }
  circle.same { fill: #9aa5b8; }
  circle.differs { fill: #c22b3a; }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; font-size: 14px; }
  th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid #e4e8ee; text-align: start; vertical-align: top; }
  td.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  tr.differs { background: #fdecee; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e9f0; background: #14171d; }
    .lane, th, td { stroke: #333b48; border-color: #333b48; }
    circle { stroke: #14171d; }
    tr.differs { background: #43181e; }
  }
`;

/** A whole page; nothing is loaded from elsewhere. */
export function toDiagram(walk: Walk): string {
  const { steps, missed } = walk;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trace of a checkout</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<h1>Trace of a checkout</h1>
<p>${toVerdict(steps)}${missed === 0 ? '' : ` ${missed} earlier inputs are no longer kept.`}</p>
${toFigure(walk)}
${toTable(steps)}
</body>
</html>
`.markup;
}

function toFigure({ start, steps }: Walk): Markup {
  const names = [...new Set([start, ...steps.map(({ to }) => to)].map(({ name }) => name))];
  const y = (name: string): number => LANE * (names.findIndex((each) => each === name) + 0.5);
  const x = (index: number): number => LEFT + STEP * (index + 0.5);
  const width = LEFT + STEP * (steps.length + 1);
  const points = [start, ...steps.map(({ to }) => to)].map(({ name }, index) => `${x(index)},${y(name)}`);
  return markup`<figure>
<svg width="${width}" height="${LANE * names.length}" role="img" aria-label="States in order: ${[start, ...steps.filter(({ to, from }) => to.name !== from.name).map(({ to }) => to)].map(({ name }) => name).join(', ')}">
${names.map((name) => markup`<line class="lane" x1="${LEFT}" x2="${width}" y1="${y(name)}" y2="${y(name)}"/><text x="0" y="${y(name) + 4}">${name}</text>`)}
<polyline class="way" points="${points.join(' ')}"/>
${steps.map((step, index) => markup`<circle class="${toClass(step)}" cx="${x(index + 1)}" cy="${y(step.to.name)}" r="6"><title>${`${seconds(step.at)} s: ${inputInWords(step.input)}`}</title></circle>`)}
</svg>
<figcaption>From left to right, a step for each input. Red: this version says something else. Gray: nothing was changed.</figcaption>
</figure>`;
}

const toClass = ({ differs, from, to }: WalkedStep): string => (differs ? 'differs' : from === to ? 'same' : '');

const toTable = (steps: readonly WalkedStep[]): Markup => markup`<div class="table"><table>
<thead><tr><th scope="col">Seconds</th><th scope="col">Input</th><th scope="col">State</th><th scope="col">Effects</th></tr></thead>
<tbody>
${steps.map(
  ({
    at,
    input,
    from,
    to,
    effects,
    differs,
  }) => markup`<tr class="${differs ? 'differs' : ''}"><td class="number">${seconds(at)}</td><td>${inputInWords(input)}</td><td>${from === to ? '·' : stateInWords(to)}${
    differs ? markup`<br>this version: ${stateInWords(differs.to)}` : ''
  }</td><td>${effects.map(effectInWords).join(', ')}${differs ? markup`<br>this version: ${differs.effects.map(effectInWords).join(', ')}` : ''}</td></tr>
`,
)}
</tbody>
</table></div>`;
