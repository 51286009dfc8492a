import { expect, it } from 'vitest';
import { createHistoryClock } from '../../../src/cli/traffic/history-clock.js';

it('puts one account into the past, and lets it come back', () => {
  const clock = createHistoryClock();
  const past = Date.UTC(2020, 1, 29);
  clock.set('traffic', past);

  expect(clock.now('traffic')).toBe(past);
  for (const other of ['simulator', null]) expect(clock.now(other)).toBeGreaterThan(past);

  clock.set('traffic', null);
  expect(clock.now('traffic')).toBeGreaterThan(past);
});
