/** What the page on frameworks shows of the examples is what the examples are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const docs = join(import.meta.dirname, '../../docs');
const page = readFileSync(join(docs, 'frameworks.md'), 'utf8');

/** Blocks under a link to their file. */
const shown = [...page.matchAll(/^\[[^\n]+\]\((\.\.\/examples\/[^)\n]+)\):\n\n```\w+\n([^]*?)^```$/gm)].map(
  ([, path = '', code = '']) => [path, code] as const,
);

it('shows every framework', () => {
  const folders = shown.map(([path]) => path.split('/')[3]);
  expect([...new Set(folders)].sort()).toEqual(['angular', 'nextjs', 'react', 'svelte', 'vue']);
});

it.each(shown)('%s', (path, code) => {
  expect(code).toBe(readFileSync(join(docs, path), 'utf8'));
});
