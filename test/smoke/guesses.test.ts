/** Every guess of the simulator and every unknown has one check, and every check stands for one. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROUPS, README_GROUPS, SCRIPT_GROUPS } from './checks/index.js';
import { flows } from './checks/flows.js';
import { unknowns } from './checks/unknowns.js';
import type { CheckGroup } from './support/check.js';
import { readGuesses } from './support/guesses.js';
import { UNKNOWNS } from './support/unknowns.js';

const root = join(import.meta.dirname, '../..');

const guessesOf = (path: string): readonly string[] =>
  readGuesses(readFileSync(join(root, path), 'utf8')).map(({ text }) => text);

const abouts = (groups: readonly CheckGroup[]): readonly string[] =>
  groups.flatMap(({ checks }) => checks.map(({ about }) => about));

describe('a check for each guess, word for word', () => {
  it.each([
    { path: 'src/simulator/README.md', groups: README_GROUPS, least: 40 },
    { path: 'src/simulator/script/README.md', groups: SCRIPT_GROUPS, least: 25 },
  ])('of $path', ({ path, groups, least }) => {
    const guesses = guessesOf(path);
    expect(guesses.length).toBeGreaterThan(least);
    expect([...abouts(groups)].sort()).toEqual([...guesses].sort());
  });

  it('of the unknowns', () => {
    expect([...abouts([unknowns])].sort()).toEqual(Object.values(UNKNOWNS).sort());
  });
});

it('has a story for each flow', () => {
  for (const about of abouts([flows])) expect(existsSync(join(root, about)), about).toBe(true);
});

it('names each check once, so that --only finds it', () => {
  const names = GROUPS.flatMap(({ checks }) => checks.map(({ name }) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

it('says why for what cannot be observed, and keeps that to a few', () => {
  const all = GROUPS.flatMap(({ checks }) => checks);
  const not = all.filter((check) => 'notObservable' in check);
  for (const { notObservable } of not) expect(notObservable.length).toBeGreaterThan(40);
  expect(not.length).toBeLessThan(all.length / 8);
});

it('reads bullets over several lines, and stops at the next heading', () => {
  const readme =
    '# A\n\n- no guess\n\n## Guesses\n\nWords.\n\n**One**\n\n- first\n  goes on\n- second\n\nTwo\n\n- third\n\n## More\n\n- none\n';
  expect(readGuesses(readme)).toEqual([
    { heading: 'One', text: 'first goes on' },
    { heading: 'One', text: 'second' },
    { heading: 'Two', text: 'third' },
  ]);
});
