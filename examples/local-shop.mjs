// @ts-check
/** A shop to try a frontend in: its built page, a backend, and a local Stripe instead of the real one. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import Stripe from 'stripe';
import { createCheckoutServer, toNodeListener } from 'billing-checkout/server';
import { serveSimulator } from 'billing-checkout/simulator';

/** The element in one file, for pages without a build, and what it loads. */
const CDN = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Starts a local Stripe with what the shop sells. `script` is its Stripe.js. */
export async function openLocalStripe() {
  const simulator = await serveSimulator({ port: 0 });
  const { hostname, port } = new URL(simulator.url);
  const stripe = new Stripe('sk_test_shop', { host: hostname, port, protocol: 'http', telemetry: false });
  await seed(stripe);
  return { stripe, url: simulator.url, script: `${simulator.url}/endive/stripe.js`, close: () => simulator.close() };
}

/**
 * Starts it. The page finds its files and `billing-checkout.js` at `/`, its backend at `/billing`, and Stripe.js already there.
 *
 * @param {{ folder: string, port?: number }} options `folder` is what is built; port 0 takes a free one.
 */
export async function startShop({ folder, port = 0 }) {
  const local = await openLocalStripe();
  const { stripe } = local;

  /** @type {import('node:http').RequestListener} */
  let listener = (_, response) => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => listener(request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The shop has no port.');
  const url = `http://localhost:${address.port}`;
  const backend = toNodeListener(
    createCheckoutServer({ stripe, origins: [url], prices: { pro_monthly: { quantity: { min: 1, max: 500 } } } }),
  );
  const script = `<script src="${local.script}"></script>`;
  listener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    if (pathname === '/billing' || pathname.startsWith('/billing/')) backend(request, response);
    else serveFile(folder, pathname, script, response);
  };
  return {
    url,
    stripe,
    stripeUrl: local.url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await local.close();
    },
  };
}

/** @param {Stripe} stripe */
async function seed(stripe) {
  const { id: product } = await stripe.products.create({ name: 'Pro' });
  await stripe.prices.create({
    product,
    lookup_key: 'pro_monthly',
    currency: 'usd',
    unit_amount: 10_00,
    recurring: { interval: 'month' },
  });
}

/** @param {string} file */
const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * @param {string} folder
 * @param {string} pathname
 * @param {string} script
 * @param {import('node:http').ServerResponse} response
 */
function serveFile(folder, pathname, script, response) {
  const path = normalize(pathname === '/' ? '/index.html' : pathname);
  const file = [folder, CDN].map((each) => join(each, path)).find((each) => isFile(each));
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  // Where Stripe.js is on the page already, none is loaded from Stripe.
  if (file.endsWith('.html')) response.end(readFileSync(file, 'utf8').replace('<head>', `<head>${script}`));
  else createReadStream(file).pipe(response);
}
