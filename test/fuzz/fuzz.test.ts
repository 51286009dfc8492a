/** A short fuzz with a fixed seed. `npm run fuzz -- --requests 100000` is a long one. */
import { expect, it } from 'vitest';
import { fuzz } from './support/main.js';
import { ROUTES } from './support/requests.js';

it('breaks nothing in 300 requests per route', { timeout: 120_000 }, async () => {
  const said: string[] = [];
  const { code, figures } = await fuzz({ requests: 300, seed: 7, print: (text) => said.push(text) });
  expect(said.at(-1)).toBe('Nothing broken.');
  expect(code).toBe(0);
  expect(figures.map(({ route, requests }) => [route, requests])).toEqual(ROUTES.map((route) => [route, 300]));
  // Good ones are among them: what refuses everything has not been asked much.
  for (const { route, statuses } of figures) {
    const good = ['200', '201', '204'].reduce((sum, status) => sum + (statuses[status] ?? 0), 0);
    expect(good, route).toBeGreaterThan(3);
  }
});
