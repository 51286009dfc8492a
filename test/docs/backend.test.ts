/** The recipes of the page on the backend are those of the examples, which are compiled and tested. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const dense = (code: string): string => code.replace(/\s+/g, '');

/** The first block of code behind a heading. */
function blockBehind(heading: string): string {
  const page = read('docs/backend.md');
  const [, code = ''] = /```js\n([^]*?)```/.exec(page.slice(page.indexOf(`\n${heading}\n`))) ?? [];
  expect(code, heading).not.toBe('');
  return code;
}

it('runs hooks once as the example does', () => {
  const code = blockBehind('### Once');
  const body = code.slice(code.indexOf('  const client'), code.lastIndexOf('};'));
  expect(dense(read('examples/backends/once-postgres.mjs'))).toContain(dense(body));
});

it('finds the address of a card tester as the example does', () => {
  const line = blockBehind('## Card testing')
    .split('\n')
    .find((each) => each.includes('addressOf:'));
  expect(dense(read('examples/backends/node/guarded.mjs'))).toContain(dense(line ?? 'missing'));
});

it('says the limits that the example has', () => {
  const page = read('docs/backend.md').replace(/\s+/g, ' ');
  const guard = read('examples/backends/guard.mjs');
  expect(page).toContain('ten openings per address in ten minutes');
  expect(guard).toContain('points: 10, duration: 600');
  expect(page).toContain('a captcha from the sixty-first opening of a minute on');
  expect(guard).toContain('points: 60, duration: 60');
  expect(page).toContain('closed after five declines');
  expect(guard).toContain('MOST_DECLINES = 5');
});
