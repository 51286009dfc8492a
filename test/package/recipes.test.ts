/** The recipes of the documents compile, strictly, against our sources and the tools' own packages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileDocs } from '../support/compile-docs.js';

const root = join(import.meta.dirname, '../..');

it('docs/experiments.md has a recipe for each tool, and each compiles', () => {
  const page = readFileSync(join(root, 'docs/experiments.md'), 'utf8');
  const tools = [...page.matchAll(/^import .* from '([^']+)';$/gm)].map(([, name]) => name);
  expect(tools).toEqual(
    expect.arrayContaining([
      '@openfeature/web-sdk',
      '@growthbook/growthbook',
      'posthog-js',
      '@statsig/js-client',
      'unleash-proxy-client',
    ]),
  );
  expect(compileDocs(['docs/experiments.md'])).toEqual([]);
});
