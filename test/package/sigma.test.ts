/** The queries for Sigma are shipped as they are tested. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { QUERIES, readQuery } from '../report/sigma/support/pack.js';

const SHIPPED = join(import.meta.dirname, '../../dist/report/sigma');

it.each(QUERIES)('ships %s.sql', (name) => {
  expect(readFileSync(join(SHIPPED, `${name}.sql`), 'utf8')).toBe(readQuery(name));
});
