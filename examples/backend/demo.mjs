/** The demo around the backend: its pages, and a switch between a guest and a known customer. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCENES } from './billing-scenes.mjs';
import { contentSecurityPolicy } from './content-security-policy.mjs';
import { createReportPage } from './report-page.mjs';
import { createBackend } from './server.mjs';

const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));
const SCRIPTS = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

const toScript = (src) => `<script src="${src}"></script>`;

/** Before every other script. */
const TRUSTED_TYPES = toScript('/demo/trusted-types.js');

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  map: 'application/json',
};

/**
 * Who the demo's cookie says is shopping: Ada, somebody of a scene, or a guest. Pages about saved cards name theirs in a header.
 * A real shop reads its own session.
 */
const readCookie = (cookies) => /(?:^|; )demo_customer=(\w+)(?:;|$)/.exec(cookies ?? '')?.[1] ?? 'guest';
const isKnown = (cookies) => readCookie(cookies) === 'known';

/** A listener for `http.createServer`. */
export function createDemo({
  stripe,
  publishableKey,
  simulatorUrl,
  url,
  customer,
  returning,
  webhookSecret,
  events,
  report,
  quiet,
  hooks = quiet ? {} : { completed: ({ fact }) => console.log(`completed: ${fact}`) },
}) {
  const { port } = new URL(url);
  const policy = contentSecurityPolicy(simulatorUrl);
  /** Customers of scenes that were begun. */
  const cast = new Set();
  const terms = {
    stripe,
    webhookSecret,
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    customer: ({ headers }) => {
      if (headers.get('x-demo-customer') === 'returning') return { id: returning };
      const name = readCookie(headers.get('cookie'));
      if (name === 'known') return { id: customer };
      return cast.has(name) ? { id: name } : null;
    },
    events,
    hooks,
  };
  const backend = createBackend(terms);
  // Another shop's, which keeps bank accounts for later as well.
  const banks = createBackend({
    ...terms,
    endpoint: '/billing-banks',
    features: { paymentMethods: ['card', 'us_bank_account'] },
  });
  /** Begins a scene, and goes there as the customer it is about. */
  const playScene = async (name, response) => {
    const { path, customer: id } = await SCENES[name](stripe, customer);
    if (id !== customer) cast.add(id);
    response.writeHead(303, { location: path, 'set-cookie': toCookie(id === customer ? 'known' : id) }).end();
  };
  const reportPage = createReportPage(report);
  const fill = (html, known) =>
    html
      .replaceAll(
        '{{stripe-script}}',
        TRUSTED_TYPES + (simulatorUrl ? toScript(`${simulatorUrl}/endive/stripe.js`) : ''),
      )
      .replaceAll('{{publishable-key}}', publishableKey)
      .replaceAll('{{customer-switch}}', customerSwitch(known));

  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/billing' || pathname.startsWith('/billing/')) return backend(request, response);
    if (pathname.startsWith('/billing-banks/')) return banks(request, response);
    if (pathname === '/demo/customer' && request.method === 'POST') return switchCustomer(request, response);
    const [, scene = ''] = /^\/demo\/scenes\/([\w-]+)$/.exec(pathname) ?? [];
    if (Object.hasOwn(SCENES, scene) && request.method === 'POST') {
      return playScene(scene, response).catch((error) => {
        console.error(error);
        response.writeHead(500, { 'content-type': 'text/plain' }).end('This scene could not be begun.');
      });
    }
    if (pathname === '/experiment/report') return reportPage(request, response, policy);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname === '/demo/playground.js') return sendPlayground(response);
    const file = toFile(pathname);
    if (file === null || !existsSync(file))
      return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      // Not "no-store": browsers then keep no page for the way back, and what was typed is gone.
      'cache-control': 'no-cache',
      'content-security-policy': policy,
    });
    if (!file.endsWith('.html')) return createReadStream(file).pipe(response);
    response.end(fill(readFileSync(file, 'utf8'), isKnown(request.headers.cookie)));
  };
}

/** Made when it is first asked for: nobody else waits for it. */
async function sendPlayground(response) {
  const { bundlePlayground } = await import('../../scripts/bundle-playground.mjs');
  const script = await bundlePlayground();
  response
    .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
    .end(script);
}

/** `/one-page` is a page, `/demo/…` lies beside the pages, `/….js` is the built element. */
function toFile(pathname) {
  if (pathname === '/') return join(PAGES, 'index.html');
  const [, demo] = /^\/demo\/([\w-]+\.(?:js|css|svg))$/.exec(pathname) ?? [];
  if (demo) return join(PAGES, demo);
  const [, page] = /^\/([\w-]+)$/.exec(pathname) ?? [];
  if (page) return join(PAGES, `${page}.html`);
  const [, script] = /^\/((?:locales\/(?:\w+\/)?)?[\w-][\w.-]*\.js(?:\.map)?)$/.exec(pathname) ?? [];
  return script ? join(SCRIPTS, script) : null;
}

const toCookie = (name) => `demo_customer=${name}; Path=/; SameSite=Lax; HttpOnly`;

function customerSwitch(known) {
  const choice = (value, label, chosen) =>
    `<button name="customer" value="${value}" aria-pressed="${chosen}">${label}</button>`;
  return `<form class="customer-switch" method="post" action="/demo/customer" aria-label="Who is shopping">
      ${choice('guest', 'Guest', !known)} ${choice('known', 'Ada Lovelace', known)}
    </form>`;
}

async function switchCustomer(request, response) {
  let body = '';
  for await (const chunk of request) body = (body + chunk).slice(0, 1000);
  const known = new URLSearchParams(body).get('customer') === 'known';
  const { referer = '' } = request.headers;
  const from = URL.canParse(referer) ? new URL(referer) : null;
  response
    .writeHead(303, {
      location: from?.host === request.headers.host ? from.pathname + from.search : '/',
      'set-cookie': toCookie(known ? 'known' : 'guest'),
    })
    .end();
}
