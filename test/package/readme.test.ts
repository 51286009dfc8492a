/** The README's first checkout is true: in an empty folder, from the packed package, what it says is copied, started, and paid in. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { serveSimulator } from '../../src/simulator/index.js';
import { cards } from '../flows/support/cards.js';
import { CheckoutPage } from '../flows/support/checkout-page.js';
import { useChromium } from '../flows/support/chromium.js';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const guide = /^## A first checkout\n([^]*?)^## /m.exec(readme)?.[1] ?? '';

/** Blocks of a language in the guide. */
const blocks = (language: string): readonly string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code);
const [html = ''] = blocks('html');
const [js = ''] = blocks('js');
const [install = '', start = ''] = blocks('sh');

/** A port that nobody has. */
const findPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });

/** Runs until the tests have ended; what it says is shown if it does not come up. */
function keepRunning(command: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  ends.push(
    () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill();
      }),
  );
}

const ends: (() => Promise<unknown>)[] = [];
const folder = await mkdtemp(join(tmpdir(), 'first-checkout-'));
const [pages, backend] = [await findPort(), await findPort()];
/** The addresses of the guide lead to ports that are free here. */
const newPage = useChromium([
  `--host-resolver-rules=MAP localhost:3000 127.0.0.1:${pages}, MAP localhost:3001 127.0.0.1:${backend}`,
]);
let stripeUrl = '';
let stripe: Stripe;

beforeAll(async () => {
  const simulator = await serveSimulator({
    port: 0,
    assets: async (name) => ({
      body: readFileSync(join(root, 'dist/simulator/assets', name)),
      type: name.endsWith('.js') ? 'text/javascript' : 'text/html',
    }),
  });
  ends.push(() => simulator.close());
  stripeUrl = simulator.url;
  const { hostname, port } = new URL(stripeUrl);
  stripe = new Stripe('sk_test_guide', { host: hostname, port, protocol: 'http', telemetry: false });
});

afterAll(async () => {
  for (const end of ends.reverse()) await end();
  await rm(folder, { recursive: true });
});

/** What `npm install` does, without a registry: the packed package, what it depends on, and what the guide names beside it. */
async function installPacked(names: readonly string[]): Promise<void> {
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
  });
  const [packed] = Object.values(JSON.parse(stdout) as Readonly<Record<string, { readonly filename: string }>>);
  const place = join(folder, 'node_modules/billing-checkout');
  await mkdir(place, { recursive: true });
  await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', place, '--strip-components=1']);
  const { dependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of [...Object.keys(dependencies), ...names]) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(root, 'node_modules', name), link);
  }
}

/** Leads what asks Stripe's own address to the local one. */
const toLead = (): string => `import { createRequire } from 'node:module';
const load = createRequire(${JSON.stringify(join(root, 'package.json'))});
const { http } = load('msw');
const server = load('msw/node').setupServer(
  http.all('https://api.stripe.com/*', ({ request }) =>
    fetch(new Request(request.url.replace('https://api.stripe.com', '${stripeUrl}'), request)),
  ),
);
server.listen({ onUnhandledRequest: 'bypass' });
`;

it('is short', () => {
  expect(html.trim().split('\n').length).toBeLessThanOrEqual(12);
  expect(js.trim().split('\n').length).toBeLessThanOrEqual(11);
});

it('leads from an empty folder to a paid checkout', async () => {
  const [npm = '', copy = ''] = install.trim().split('\n');
  expect(npm).toMatch(/ npm install billing-checkout( \S+)*$/);
  await installPacked(npm.split(' install billing-checkout ')[1]?.split(' ') ?? []);
  await run('sh', ['-c', copy], { cwd: folder });
  expect(existsSync(join(folder, 'public/billing-checkout.js'))).toBe(true);
  await writeFile(join(folder, 'public/index.html'), html.replace('pk_test_…', 'pk_test_guide'));
  await writeFile(join(folder, 'server.mjs'), js.replace('3001', String(backend)));
  await writeFile(join(folder, 'lead.mjs'), toLead());

  const [key, curl = '', node, python = ''] = start.trim().split('\n');
  const asked = [...curl.matchAll(/ -d (?:"([^"]+)"|(\S+))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const made = await fetch(curl.split(' ')[1]?.replace('https://api.stripe.com', stripeUrl) ?? '', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('sk_test_guide:')}` },
    body: new URLSearchParams(asked.join('&')),
  });
  expect(made.status).toBe(200);
  expect(key).toBe('export STRIPE_SECRET_KEY=sk_test_…');
  expect(node).toBe('node server.mjs &');
  keepRunning(process.execPath, ['--import', './lead.mjs', 'server.mjs'], { STRIPE_SECRET_KEY: 'sk_test_guide' });
  const [command = '', ...args] = python.replace('3000', String(pages)).split(' ');
  keepRunning(command, args, {});
  for (const port of [pages, backend]) await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/`), { timeout: 10_000 });

  // What the driver answers comes from no network, which must not reach into the local one unasked.
  const page = await newPage({ permissions: ['local-network-access'] });
  await page.route('https://js.stripe.com/**', async (route) =>
    route.fulfill({ response: await route.fetch({ url: `${stripeUrl}/endive/stripe.js` }) }),
  );
  const checkout = await CheckoutPage.open(page, 'http://localhost:3000/');
  await checkout.fill(cards.pays);
  await checkout.pay();
  await page.waitForFunction(() => document.title === 'Welcome aboard');
  const { data } = await stripe.subscriptions.list();
  expect(data.map(({ status, items }) => [status, items.data[0]?.quantity])).toEqual([['active', 12]]);
}, 60_000);
