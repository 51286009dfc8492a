/** The docs site as its readers see it, from a phone to a desk: nothing overflows, nothing is logged, nobody else is asked, it can be used by everybody, the playground sells and shows states. */
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
import { cards } from '../flows/support/cards.js';
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
    if (message.type() === 'error') said.push(`${message.text()} ${message.location().url}`);
  });
  const site = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) said.push(`It asks ${request.url()}`);
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${String(response.status())} ${response.url()}`);
  });
  await page.goto(`${site}${path}`);
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

/** A customer whose bank asks, by the names of the fields. */
const TYPED = {
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  addressLine1: '1 Main Street',
  locality: 'New York',
  postalCode: '10001',
  number: cards.asks3ds,
  expiry: '1240',
  cvc: '123',
};

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

/** Long names, wide code and tables of many columns. */
const WIDE = [
  'documents/A_local_Stripe.html',
  'documents/Content_security_policy.html',
  'documents/Tests_of_your_own.html',
  'interfaces/headless.PaymentGateway.html',
  'modules/element.html',
  'variables/contract.checkoutSessionSchema.html',
];

it('is no wider than a phone, however long a name', async () => {
  const { page, said } = await open(WIDE[0] ?? '');
  await page.setViewportSize({ width: 375, height: 800 });
  for (const path of WIDE) {
    await page.goto(new URL(`/${path}`, page.url()).href, { waitUntil: 'domcontentloaded' });
    expect(await overflow(page), path).toBe(0);
  }
  expect(said).toEqual([]);
}, 60_000);

it('has a playground that sells without a server, on a phone and at a desk, and shows states', async () => {
  const { page, said } = await open('playground.html');
  const pay = page.getByRole('button', { name: /^Pay / });
  await pay.waitFor();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${String(width)} px`).toBe(0);
    expect(await violations(page, 'body')).toEqual([]);
  }
  for (const [name, value] of Object.entries(TYPED)) await page.locator(`#place [name="${name}"]`).first().fill(value);
  await page.locator('#place [name="administrativeArea"]').selectOption('NY');
  await pay.click();
  await page.getByRole('button', { name: 'Complete' }).click();
  await page.getByRole('log', { name: 'Events' }).getByText('billing-complete').waitFor();

  await page.getByLabel('state', { exact: true }).selectOption('ready-declined');
  await page.locator('billing-checkout').getByText('Try another card.', { exact: true }).waitFor();
  expect(await violations(page, 'body')).toEqual([]);
  expect(said).toEqual([]);
}, 60_000);
