/** The example of Next.js: rendered on a server with its height, hydrated, its backend a route handler, and a customer buys. */
import { expect, it, onTestFinished } from 'vitest';
import { startApp } from '../../examples/frontends/nextjs/local-app.mjs';
import { useChromium } from '../flows/support/chromium.js';
import { runScript } from './support/run-tool.js';
import { upgrade } from './support/upgrade.js';

const newPage = useChromium();

it('nextjs', async () => {
  const { code, said } = await runScript('frontends/nextjs', 'build');
  expect(code, said).toBe(0);
  const app = await startApp();
  onTestFinished(() => app.close());

  const html = await (await fetch(app.url)).text();
  expect(html).toMatch(/<billing-checkout [^>]*price="pro_monthly"/);
  expect(html).toContain('<div slot="payment"></div><div slot="address"></div></billing-checkout>');
  expect(html.replaceAll('<!-- -->', '')).toContain('Pro is $10.00 a seat and month.');

  // Counted from the first byte: how far what is below the checkout moves while it opens, is filled and paid.
  const page = await newPage();
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) performance.mark('shift', { detail: JSON.stringify(shift) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(app.url);
  await page.waitForFunction(() => document.querySelector('billing-checkout')?.state === 'ready');
  const shifts = await page.evaluate(() =>
    performance.getEntriesByName('shift').map((mark) => ('detail' in mark ? mark.detail : null)),
  );
  expect(shifts).toEqual([]);
  // What was reserved is enough: below the fold nothing moves either.
  expect((await page.locator('billing-checkout').boundingBox())?.height).toBe(78 * 16);

  await upgrade(page, app);
}, 240_000);
