/** What comes along with the package is what the page says, under licences that anybody may use. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

/** Rows as `name version licence`, whatever the width of a table's columns. */
const rowsOf = (text: string): string[] =>
  [...text.matchAll(/^\| (\S+) +\| (\d\S*) +\| (\S+) +\|/gm)].map(([, name = '', version = '', licence = '']) =>
    [name, version, licence].join(' '),
  );

/** What the command writes now. */
const written = execFileSync(
  process.execPath,
  ['--input-type=module', '-e', `import { toPage } from './scripts/dependencies.mjs'; process.stdout.write(toPage());`],
  { cwd: root, encoding: 'utf8' },
);

describe('what comes along', () => {
  it('is what the page says: otherwise run npm run licences', () => {
    expect(rowsOf(page)).toEqual(rowsOf(written));
    expect(rowsOf(page).length).toBeGreaterThan(7);
  });

  it('is licensed to everybody', () => {
    const licences = new Set(rowsOf(page).map((row) => row.split(' ')[2]));
    expect(
      [...licences].filter(
        (licence) => !['MIT', 'ISC', 'BSD-3-Clause', 'BSD-2-Clause', 'Apache-2.0'].includes(licence ?? ''),
      ),
    ).toEqual([]);
  });

  it('runs nothing while it is installed', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Readonly<Record<string, { hasInstallScript?: boolean }>>;
    };
    const names = rowsOf(page).map((row) => row.split(' ')[0] ?? '');
    expect(names.filter((name) => packages[`node_modules/${name}`]?.hasInstallScript === true)).toEqual([]);
  });
});
