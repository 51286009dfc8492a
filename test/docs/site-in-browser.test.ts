/** The docs site as its readers see it, from a phone to a desk: nothing overflows, nothing is logged, it can be used by everybody, the playground shows a state. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useChromium } from '../flows/support/chromium.js';

const root = join(import.meta.dirname, '../..');
const SITE = join(root, '.tmp/docs');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Gives the site's files, and nothing else. */
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
  // Browsers ask for one by themselves.
  if (pathname === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  readFile(join(SITE, normalize(decodeURIComponent(pathname)))).then(
    (body) => response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream').end(body),
    () => response.writeHead(404).end(),
  );
});

const newPage = useChromium();

// As the step `docs` of `npm run check` has written it; where it has not, it is written here.
beforeAll(async () => {
  if (!existsSync(join(SITE, 'playground.html')))
    await promisify(execFile)(process.execPath, [join(root, 'scripts/docs.mjs')]);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 180_000);

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Opens a page; `said` fills with what its console says is wrong, and with what is not there. */
async function open(path: string): Promise<{ readonly page: Page; readonly said: readonly string[] }> {
  const page = await newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // Where there is no network, Stripe's script does not come: states to look at need none.
    const isOurs = !message.location().url.startsWith('https://js.stripe.com/');
    if (message.type() === 'error' && isOurs) said.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${String(response.status())} ${response.url()}`);
  });
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/${path}`);
  await page.waitForLoadState('load');
  return { page, said };
}

/** What of a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe finds within a part of a page, but for rules about what surrounds it. */
async function violations(page: Page, part: string, but: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([within, ...off]) => {
      const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
      const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(within, { rules });
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [part, ...but] as const,
  );
}

/** What we write stands in these parts; what is around them, with the order of its headings, is typedoc's. */
const OURS = '.tsd-typography';
const PAGES = [
  { path: 'index.html', heading: 'billing-checkout' },
  { path: 'documents/Migrating_from_Elements_of_your_own.html', heading: 'Migrating from Elements of your own' },
  { path: 'interfaces/billing-checkout.BillingEventMap.html', heading: 'Interface BillingEventMap' },
];

const WIDTHS = [375, 1280];

it.each(PAGES)(
  'can be read, on a phone and at a desk: $path',
  async ({ path, heading }) => {
    const { page, said } = await open(path);
    await page.getByRole('heading', { level: 1, name: heading }).first().waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${String(width)} px`).toBe(0);
      expect(await violations(page, OURS, ['heading-order'])).toEqual([]);
    }
    expect(said).toEqual([]);
  },
  60_000,
);

it('has a playground that shows a state, on a phone and at a desk', async () => {
  const { page, said } = await open('playground.html');
  await page.getByLabel('state', { exact: true }).selectOption('ready');
  await page.getByRole('button', { name: /^Pay / }).waitFor();
  expect(await page.evaluate(() => document.querySelector('billing-checkout')?.state)).toBe('ready');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${String(width)} px`).toBe(0);
    expect(await violations(page, 'body')).toEqual([]);
  }
  expect(said).toEqual([]);
}, 60_000);
