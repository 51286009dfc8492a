/** A short load on real processes. `npm run load` is a long one. */
import { expect, it } from 'vitest';
import { load } from './support/main.js';

it('loses no payment: sustained, past saturation, and when a process stops', { timeout: 180_000 }, async () => {
  const said: string[] = [];
  const { code } = await load({
    checkouts: 16,
    customers: 4,
    connections: 50,
    seconds: 1,
    print: (text) => said.push(text),
  });
  expect(said.join('\n')).toMatch(/Nothing lost\.$/);
  expect(said.join('\n')).toMatch(
    /One of two processes stops in the middle: exit code 0, \d+ checkouts, 0 payments lost/,
  );
  expect(code).toBe(0);
});
