/** The recipe against card testing keeps what it says: each way is measured, without it and with it. */
import { expect, it } from 'vitest';
import { attack } from './attack.js';

it.each([
  ['a session for each card', 10],
  ['from fifty addresses', 60],
  ['all cards on one session', 5],
] as const)('%s: at most %d of 80 stolen cards are tried', { timeout: 60_000 }, async (way, most) => {
  expect((await attack(way, 80, false)).tried).toBe(80);
  const guarded = await attack(way, 80, true);
  expect(guarded.tried).toBeGreaterThan(0);
  expect(guarded.tried).toBeLessThanOrEqual(most);
});
