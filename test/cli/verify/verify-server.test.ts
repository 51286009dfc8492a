/** Our own server keeps every promise that `verify` looks for. */
import { expect, it } from 'vitest';
import { GROUPS } from '../../../src/cli/verify/cases.js';
import { verifyServer } from './support/verify-server.js';

it('keeps every promise of the contract', async () => {
  const report = await verifyServer();
  const others = report.results.filter(({ outcome }) => outcome !== 'passed');
  expect(others).toEqual([]);
  expect(report.results).toHaveLength(GROUPS.flatMap(({ cases }) => cases).length);
}, 60_000);
