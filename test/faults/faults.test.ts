/** Each fault once, each moment once, each flow once. `npm run faults` plays all of them. */
import { expect, it } from 'vitest';
import { casesOf, fewCases, flowNames, momentOf } from './support/cases.js';
import { playAll } from './support/main.js';

const all = flowNames().flatMap(casesOf);
const few = fewCases();

it('meets every fault, every moment and every flow', () => {
  for (const name of [(each: (typeof all)[number]) => each.fault, momentOf, (each: (typeof all)[number]) => each.flow])
    expect(new Set(few.map(name))).toEqual(new Set(all.map(name)));
});

it('keeps every promise, whatever goes wrong', { timeout: 420_000 }, async () => {
  const said: string[] = [];
  const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  const played = await playAll(few, { parallel: 2, chromium, print: (text) => said.push(text) });
  expect(said.join('\n')).toBe('');
  expect(played).toHaveLength(few.length);
});
