/** The page about `verify` lists every case below its own heading, and every flag. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../src/cli/verify/cases.js';
import { VERIFY_USAGE } from '../../src/cli/verify/read-verify-flags.js';
import { toDocs } from '../../src/cli/verify/to-words.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/verify.md'), 'utf8');

/** Rows of the table below a heading, without the padding that makes columns. */
function rowsBelow(heading: string): readonly string[] {
  const [, text = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = text.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replaceAll(/ +\|/g, ' |'));
}

describe.each(GROUPS)('$name', ({ name, cases }) => {
  it('has its cases', () => {
    expect(rowsBelow(name)).toEqual(cases.map(({ id, promise }) => `| \`${id}\` | ${promise} |`));
  });

  it('is where reports point to', () => {
    expect(toDocs(name)).toBe(`docs/verify.md#${name.toLowerCase().replaceAll(' ', '-')}`);
  });
});

it('has every flag', () => {
  const flags = VERIFY_USAGE.match(/--[a-z-]+/g) ?? [];
  expect(flags.filter((flag) => !page.includes(`\`${flag}`))).toEqual([]);
});

it('has one name for each case, and cases need what ran before them', () => {
  const cases = GROUPS.flatMap((group) => group.cases);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  for (const [index, { id, needs = [] }] of cases.entries()) {
    const before = cases.slice(0, index).map((one) => one.id);
    expect(
      needs.filter((need) => !before.includes(need)),
      id,
    ).toEqual([]);
  }
});
