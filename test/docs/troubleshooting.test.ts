/** The page on trouble has every code: the backend's as the table of problems says, the browser's as its type names them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROBLEM_TITLES, PROBLEMS } from '../../src/contract/index.js';
import { readPage } from '../support/read-docs.js';

const page = readPage('docs/guides/troubleshooting.md');
const root = join(import.meta.dirname, '../..');

/** Cells of the rows below a heading. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

it('has the problems of the contract, with status, again and title', () => {
  const rows = rowsBelow('Of the backend').map(([code, status, again, title]) => [code, status, again, title]);
  const table = Object.entries(PROBLEM_TITLES).map(([code, title]) => {
    const { status, retry } = Object.entries(PROBLEMS).find(([name]) => name === code)?.[1] ?? {
      status: 0,
      retry: false,
    };
    return [`\`${code}\``, String(status), retry ? 'yes' : 'no', title];
  });
  expect(rows).toEqual(table);
});

it('has the codes of the browser', () => {
  const [, type = ''] =
    /export type ErrorCode =\n([^]*?);\n\n/.exec(readFileSync(join(root, 'src/core/errors.ts'), 'utf8')) ?? [];
  const codes = [...type.matchAll(/^ {2}\| '([\w.]+)'/gm)].map(([, code = '']) => `\`${code}\``);
  expect(codes.length).toBeGreaterThan(10);
  expect(rowsBelow('Of the browser').map(([code]) => code)).toEqual(codes);
});

it('says of each where to look', () => {
  for (const row of [...rowsBelow('Of the backend'), ...rowsBelow('Of the browser')])
    expect(row.at(-1)?.length, row[0]).toBeGreaterThan(10);
});
