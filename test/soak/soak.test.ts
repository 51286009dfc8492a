/** A short soak. `npm run soak -- --runs 10000` is a long one. */
import { expect, it } from 'vitest';
import { soak } from './support/main.js';

it('keeps every promise in thirty runs', { timeout: 60_000 }, async () => {
  const said: string[] = [];
  const code = await soak({ seed: 11, runs: 30, print: (text) => said.push(text) });
  expect(said.join('\n')).toMatch(
    /^30 runs, \d+ actions, \d+ faults, \d+ payments, \d+ ways to a bank's page; seed 11\.\n0 promises broken\.$/,
  );
  expect(code).toBe(0);
});
