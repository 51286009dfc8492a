/** `npm run bench -- growth`: what costs more as it grows, and how fast that grows. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seekChromium } from '../../scripts/find-chromium.mjs';
import { median } from '../report/statistics.mjs';
import { toColumns } from '../report/to-table.mjs';
import { toExponent } from './fit.mjs';
import { LABEL, measureFields } from './in-browser.mjs';
import { SUBJECTS } from './subjects.mjs';

/** How often each is done; the median counts. */
const TIMES = 15;

/** Beyond this it is no longer linear: some room for a machine that does other things. */
const MOST = 1.2;

/** Prints a table per subject. Resolves to the exit code: 1 when something grows faster than linearly. */
export async function measureGrowth(out, print) {
  const tables = [];
  for (const { label, sizes, prepare, times = TIMES } of SUBJECTS) {
    const points = [];
    for (const size of sizes) points.push([size, await time(await prepare(size), times)]);
    tables.push(tell(label, points, print));
  }
  const { path, why } = await seekChromium();
  if (path) tables.push(tell(LABEL, await measureFields(path), print));
  else print(`${why} What a page does is not measured.`);

  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'growth.json'), JSON.stringify(tables, null, 1));
  const steep = tables.filter(({ exponent }) => exponent > MOST);
  for (const { label, exponent } of steep) print(`Grows faster than linearly (${exponent.toFixed(2)}): ${label}`);
  return steep.length === 0 && path ? 0 : 1;
}

/** Milliseconds of the median time, after one that is not counted. */
async function time(act, times) {
  await act();
  const took = [];
  for (let round = 0; round < times; round += 1) {
    const begun = performance.now();
    await act();
    took.push(performance.now() - begun);
  }
  return median(took);
}

function tell(label, points, print) {
  const exponent = toExponent(points);
  const lines = points.map(([size, took]) => [String(size), `${took.toFixed(1)} ms`, `${(took / size).toFixed(3)} ms`]);
  print(`\n${label}\n${toColumns([['size', 'time', 'per one'], ...lines])}\nexponent ${exponent.toFixed(2)}`);
  return { label, points, exponent };
}
