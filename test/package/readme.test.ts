/** The README's page and server are true: they are taken out of it, and a customer pays with them. */
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import type { Page } from 'playwright-core';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/index.js';
import { seed } from '../../examples/backend/seed.mjs';
import { cards } from '../flows/support/cards.js';
import { CheckoutPage } from '../flows/support/checkout-page.js';
import { useChromium } from '../flows/support/chromium.js';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The first block of a language. */
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';

const LISTEN = 'createServer(toNodeListener(billing)).listen(3001);';
const ORIGIN = 'http://localhost:3000';

let stripe: ServedSimulator;
let server: Server;
const api = setupServer();
const file = join(root, '.tmp', `readme-${process.pid}.mjs`);
const newPage = useChromium();

beforeAll(async () => {
  stripe = await serveSimulator({
    port: 0,
    assets: async (name) => ({
      body: readFileSync(join(root, 'dist/simulator/assets', name)),
      type: name.endsWith('.js') ? 'text/javascript' : 'text/html',
    }),
  });
  // The official SDK asks Stripe's own address; the local Stripe answers there.
  api.use(http.all('https://api.stripe.com/*', ({ request }) => stripe.simulator.fetch(request)));
  api.listen({ onUnhandledRequest: 'bypass' });
  process.env['STRIPE_SECRET_KEY'] = 'sk_test_simulator';
  await seed(new Stripe('sk_test_simulator', { telemetry: false }));

  expect(block('js')).toContain(LISTEN);
  await mkdir(join(root, '.tmp'), { recursive: true });
  await writeFile(file, block('js').replace(LISTEN, `export const server = ${LISTEN.replace('3001', '0')}`));
  ({ server } = (await import(file)) as { server: Server });
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  api.close();
  await stripe.close();
  await rm(file, { force: true });
});

/** The page at its origin, as the README says to serve it. */
async function serve(page: Page): Promise<void> {
  const cdn = readFileSync(join(root, 'dist/cdn/billing-checkout.js'));
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: block('html') });
    if (pathname === '/billing-checkout.js') return route.fulfill({ contentType: 'text/javascript', body: cdn });
    if (pathname === '/welcome') return route.fulfill({ contentType: 'text/html', body: '<h1>Welcome</h1>' });
    if (!pathname.startsWith('/billing/')) return route.fulfill({ status: 404, body: '' });
    const { port } = server.address() as AddressInfo;
    return route.fulfill({ response: await route.fetch({ url: `http://localhost:${port}${pathname}` }) });
  });
  await page.route('https://js.stripe.com/**', async (route) => {
    const response = await route.fetch({ url: `${stripe.url}/endive/stripe.js` });
    return route.fulfill({ response });
  });
}

it('has ten lines each', () => {
  for (const language of ['html', 'js'])
    expect(block(language).trim().split('\n').length, language).toBeLessThanOrEqual(11);
});

it('lets a customer pay', async () => {
  // What the driver answers comes from no network, which must not reach into the local one unasked.
  const page = await newPage({ permissions: ['local-network-access'] });
  await serve(page);
  const checkout = await CheckoutPage.open(page, `${ORIGIN}/`);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await page.waitForURL(/\/welcome\?session=cs_test_\w+$/);
  const { data } = await new Stripe('sk_test_simulator', { telemetry: false }).subscriptions.list();
  expect(data.map(({ status, items }) => [status, items.data[0]?.quantity])).toEqual([['active', 12]]);
  // The page that asked for its receipt's links is gone; nobody waits for that answer any more.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
