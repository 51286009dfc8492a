/**
 * One shop for every contender: its page, two ways to open a session, and Stripe's own address answered by the local Stripe. All over
 * HTTP/2 and TLS, behind a line that can be made slow.
 */
import { createSecureServer } from 'node:http2';
import { createCheckoutServer } from '../../dist/server/index.js';
import { serveSimulator } from '../../dist/simulator/index.js';
import { makeCertificate } from './certificate.mjs';
import { openSession, PRICE, seedPrice, toStripe } from './sell.mjs';
import { pack, readPacked } from './serve-files.mjs';
import { createShapedLine, LINES } from './shaped-line.mjs';
import { toBridge } from './to-bridge.mjs';

const SHOP = 'shop.test';
const STRIPE = 'js.stripe.com';

/**
 * stripe-pwa-elements asks for the train before ours, in which `initCheckoutElementsSdk` was called `initCheckout`. The local Stripe
 * has one train; here, and only here, it answers to the older name as well.
 */
const OLDER_NAME = `
{
  const newer = window.Stripe;
  window.Stripe = Object.assign((...given) => {
    const stripe = newer(...given);
    return Object.assign(stripe, { initCheckout: (options) => stripe.initCheckoutElementsSdk(options) });
  }, { version: 'clover' });
}`;

/** Starts it. `port` is the page's; 0 takes a free one. */
export async function startShop({ port = 0 } = {}) {
  const simulator = await serveSimulator({ port: 0 });
  const stripe = toStripe(simulator.url);
  await seedPrice(stripe);
  const origin = `https://${SHOP}`;
  const checkout = createCheckoutServer({
    stripe,
    origins: [origin],
    prices: { [PRICE]: { quantity: { min: 1, max: 500 } } },
  });

  let contender = { folders: [], hints: '' };
  let log = [];

  async function answerShop(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/billing/')) return checkout.fetch(request);
    if (pathname === '/create-checkout-session') {
      const session = await openSession(stripe, searchParams.get('address') ?? 'required');
      return Response.json({ clientSecret: session.client_secret }, { headers: { 'cache-control': 'no-store' } });
    }
    const found = await readPacked(contender.folders, pathname, contender.hints);
    if (found === null) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
    const headers = { 'content-type': found.type, 'content-encoding': 'br', 'cache-control': 'no-store' };
    return new Response(found.body, { headers });
  }

  async function answerStripe(request) {
    const { pathname } = new URL(request.url);
    const older = pathname === '/clover/stripe.js';
    const asked = older ? new Request(new URL('/endive/stripe.js', request.url)) : request;
    const answer = await simulator.simulator.fetch(asked);
    if (request.method !== 'GET' || !/\.(?:js|html)$/.test(pathname) || !answer.ok) return answer;
    const headers = new Headers(answer.headers);
    headers.set('content-encoding', 'br');
    const body = await pack(request.url, async () => (await answer.text()) + (older ? OLDER_NAME : ''));
    return new Response(body, { headers });
  }

  const line = createShapedLine();
  const serve = async (host, answer, linePort) => {
    const { key, cert, pin } = await makeCertificate(host);
    const bridge = toBridge(host, answer, (entry) => log.push(entry));
    const server = createSecureServer({ key, cert, allowHTTP1: true }, bridge);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = await line.listen(server.address().port, linePort).catch((error) => {
      if (linePort === 0 || error.code !== 'EADDRINUSE') throw error;
      console.log(`Port ${linePort} is in use: another one is taken.`);
      return line.listen(server.address().port);
    });
    return { host, pin, port, server };
  };
  const hosts = [await serve(SHOP, answerShop, port), await serve(STRIPE, answerStripe, 0)];

  return {
    origin,
    /** How Chromium is to find both hosts. */
    chromiumArgs: [
      `--host-resolver-rules=${hosts.map(({ host, port }) => `MAP ${host} 127.0.0.1:${port}`).join(', ')}`,
      `--ignore-certificate-errors-spki-list=${hosts.map(({ pin }) => pin).join(',')}`,
    ],
    /** From now on the page is this one's, the line like that; what was asked before is forgotten. */
    show: ({ folders, hints = '' }, lineName) => {
      contender = { folders, hints };
      line.use(LINES[lineName]);
      log = [];
    },
    /** What was asked since: host, path, bytes of the body, when it came, in milliseconds since 1970. */
    asked: () => log,
    close: async () => {
      for (const { server } of hosts) server.close();
      await line.close();
      await simulator.close();
    },
  };
}
