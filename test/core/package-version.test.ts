/** What support reads is the version that was published. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PACKAGE_VERSION } from '../../src/core/package-version.js';

it('is the one of package.json', () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text), 'Write it into src/core/package-version.ts.').toMatchObject({ version: PACKAGE_VERSION });
});
