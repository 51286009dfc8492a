/** The example of Next.js: rendered on a server with its height, hydrated, its backend a route handler, and a customer buys. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { useChromium } from '../flows/support/chromium.js';
import { freePort, linesOf, runLine, startLine } from './support/shell.js';
import { stripeBehind } from './support/stripe-behind.js';
import { upgrade } from './support/upgrade.js';

const newPage = useChromium();

it('nextjs', async () => {
  const [start = '', ...more] = linesOf('frontends/nextjs');
  expect(more).toEqual([]);
  const url = await startLine(start, { PORT: await freePort() });

  const html = await (await fetch(url)).text();
  expect(html).toMatch(/<billing-checkout [^>]*price="pro_monthly"/);
  expect(html).toContain('<div slot="payment"></div><div slot="address"></div></billing-checkout>');
  expect(html.replaceAll('<!-- -->', '')).toContain('Pro is $10.00 a seat and month.');

  // Counted from the first byte: how far what is below the checkout moves until its form can be used.
  const page = await newPage();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) performance.mark('shift', { detail: JSON.stringify(shift) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('billing-checkout')?.state === 'ready');
  const shifts = await page.evaluate(() =>
    performance.getEntriesByName('shift').map((mark) => ('detail' in mark ? mark.detail : null)),
  );
  expect(shifts).toEqual([]);
  // What was reserved is enough: below the fold nothing moves either.
  expect((await page.locator('billing-checkout').boundingBox())?.height).toBe(78 * 16);

  const stripe = await stripeBehind(url);
  await upgrade(page, { url, stripe });
}, 240_000);

it('its route handler, as the test above has built it, keeps every promise about what it sells', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nextjs-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const json = join(folder, 'verify.json');
  const port = await freePort();
  const next = `npm exec --workspace billing-checkout-frontend-nextjs -- next start --port ${port}`;
  const verify = `node dist/cli/main.js verify http://localhost:${port}/billing --price pro_monthly`;
  const { code, said } = await runLine(`${verify} --command ${JSON.stringify(next)} --json ${JSON.stringify(json)}`);
  expect(code, said).toBe(0);
  const { cases } = JSON.parse(readFileSync(json, 'utf8')) as { cases: readonly { id: string; outcome: string }[] };
  // It sells one price to guests, and has no route for webhooks: of these groups nothing else may be left out.
  const notOffered = cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
  const optional = /^(?:owner|billing|invoice|events|webhook)\./;
  expect(notOffered.filter((id) => !optional.test(id))).toEqual([
    ...['open.known', 'truth.decline_told', 'truth.unfinished'],
    ...['change.price', 'change.terms', 'change.address'],
  ]);
}, 120_000);
