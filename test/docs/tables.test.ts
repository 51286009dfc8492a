/** Every row of every table in the docs has the cells of its head: a pipe that is no border shifts all that follows. */
import { expect, it } from 'vitest';
import { listPages } from '../../scripts/docs/pages.mjs';
import { PAGES, readPage } from '../support/read-docs.js';

/** How many cells a row has. A pipe behind a backslash parts none, in code neither. */
const countCells = (row: string): number =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/).length;

/** Rows that have another number of cells than the head of their table. */
function oddRows(markdown: string, page: string): string[] {
  // Fences go, their lines stay: a row's line is the page's.
  const text = markdown.replace(/^( *)(`{3,})[^]*?^\1\2$/gm, (block) => block.replace(/[^\n]+/g, ''));
  const lines = text.split('\n');
  const odd: string[] = [];
  let cells = 0;
  for (const [index, line] of lines.entries()) {
    if (/^ *\|?[ :|-]*-[ :|-]*\|[ :|-]*$/.test(line)) cells = countCells(lines[index - 1] ?? '');
    else if (!line.includes('|') || line.trim() === '') cells = 0;
    if (cells > 0 && countCells(line) !== cells) odd.push(`${page}:${String(index + 1)}`);
  }
  return odd;
}

it('has tables whose rows have the cells of their heads', () => {
  const pages = [...new Set([...PAGES, ...listPages().keys()])];
  expect(pages.flatMap((page) => oddRows(readPage(page), page))).toEqual([]);
});

it('finds a row with a pipe too many, and one too few', () => {
  const table = ['| a | b |', '| - | - |', '| `x \\| y` | z |', '| `x | y` | z |', '| x |', '', 'x | y | z'];
  expect(oddRows(table.join('\n'), 'page')).toEqual(['page:4', 'page:5']);
  expect(oddRows(['```sh', ...table, '```', ...table].join('\n'), 'page')).toEqual(['page:13', 'page:14']);
});
