/** Writes the figures of a run into the README, as ratios, between two marks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FLOOR, REACT, root, US } from '../contenders.mjs';
import { LINES, STRIPE_TAKES } from '../server/shaped-line.mjs';
import { findFigure } from './to-report.mjs';

const BEGIN = '<!-- bench: written by `npm run bench -- --write` -->';
const END = '<!-- /bench -->';

const ratio = (comparison) => (comparison === null ? '–' : comparison.ratio.toFixed(2));
const trips = (value) => (value == null ? '–' : (value / LINES.far.roundTrip).toFixed(1));

/** One line per figure: ours, as a ratio to the floor and to React. */
function toLines(report) {
  const ratios = [
    ['Own code over the wire, brotli', 'fast', 'bytes'],
    ['Usable form, slow line (150 ms, 1.6 Mbit/s)', 'slow', 'usable'],
    ['Usable form, fast line', 'fast', 'usable'],
    ['Usable form, processor four times slower', 'cpu', 'usable'],
    ['Blocking time, processor four times slower', 'cpu', 'blocking'],
  ].flatMap(([label, visit, key]) => {
    const figure = findFigure(report, visit, key);
    if (!figure?.values[US]) return [];
    // The floor has next to no code, and next to no long task: a ratio to that says nothing.
    const toFloor = ['bytes', 'blocking'].includes(key) ? '–' : ratio(figure.toFloor);
    return [`| ${label} | ${toFloor} | ${ratio(figure.toReact)} |`];
  });
  const form = findFigure(report, 'far', 'usable')?.values;
  if (form?.[US]) {
    const of = (name) => trips(form[name]?.median);
    ratios.push(`| Round trips until the form: ${of(US)} | ${of(FLOOR)} | ${of(REACT)} |`);
  }
  return ratios;
}

/** The block between the marks. */
export function toReadmeBlock(report) {
  const { at, machine, rounds, server } = report;
  const toBare = (wanted) => ratio(server?.find(({ key }) => key === wanted)?.ratio ?? null);
  return [
    BEGIN,
    '',
    '| billing-checkout, times | of Stripe.js by hand | of React + react-stripe-js |',
    '| --- | ---: | ---: |',
    ...toLines(report),
    '',
    ...(server
      ? [
          `Where Stripe takes ${STRIPE_TAKES} ms an answer, \`POST /sessions\` takes ${toBare('far.latency')} times as long as a bare handler that calls the same SDK; where Stripe answers at once, it answers ${toBare('perSecond')} times as many requests a second.`,
        ]
      : []),
    `Medians of ${rounds} rounds on ${at.slice(0, 10)}: ${machine.processors} processors (${machine.model}), ${machine.memory}, Chromium ${machine.chromium}, Node ${machine.node}.`,
    '',
    END,
  ].join('\n');
}

/** Puts it there; resolves to a line that says so. */
export async function writeReadme(report) {
  const file = join(root, 'README.md');
  const text = await readFile(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) return 'README.md was left as it is: it has no marks for the figures.';
  if (!findFigure(report, 'slow', 'usable')?.values[US])
    return 'README.md was left as it is: the form was not measured.';
  const { format, resolveConfig } = await import('prettier');
  const written = text.slice(0, begin) + toReadmeBlock(report) + text.slice(end + END.length);
  await writeFile(file, await format(written, { ...(await resolveConfig(file)), filepath: file }));
  return 'Written: README.md.';
}
