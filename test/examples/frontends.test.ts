/** Each example of a frontend is built and started as its README says; where it is built, a customer buys on its page. */
import { expect, it } from 'vitest';
import { useChromium } from '../flows/support/chromium.js';
import { freePort, linesOf, startLine } from './support/shell.js';
import { stripeBehind } from './support/stripe-behind.js';
import { upgrade } from './support/upgrade.js';

const newPage = useChromium();

it('plain-html', async () => {
  const [start = '', ...more] = linesOf('frontends/plain-html');
  expect(more).toEqual([]);
  const url = await startLine(start, { PORT: await freePort() });
  // What is bought on it: backends.test.ts, and the example in Playwright.
  expect(await (await fetch(url)).text()).toContain('<billing-checkout ');
  expect((await fetch(new URL('/billing-checkout.js', url))).status).toBe(200);
}, 60_000);

it.each(['react', 'vue', 'svelte', 'angular'])(
  '%s',
  async (name) => {
    const [start = '', ...more] = linesOf(`frontends/${name}`);
    expect(more).toEqual([]);
    const url = await startLine(start, { PORT: await freePort() });
    const stripe = await stripeBehind(url);
    await upgrade(await newPage(), { url, stripe });
  },
  240_000,
);
