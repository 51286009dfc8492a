/** A reader reaches a page that takes payments by copying what the first guide shows, into an empty folder, with the packed package. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cards } from '../flows/support/cards.js';
import { CheckoutPage } from '../flows/support/checkout-page.js';
import { useChromium } from '../flows/support/chromium.js';
import { blocksOf, readPage } from '../support/read-docs.js';

const root = join(import.meta.dirname, '../..');
const GUIDE = 'docs/guides/first-checkout.md';
const newPage = useChromium();

let folder: string;
let server: ChildProcess;
let shop: string;
/** The local Stripe that the guide's server starts. */
let panel: string;

async function freePort(): Promise<string> {
  const listening = createServer().listen(0);
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  listening.close();
  return String(port);
}

/** The guide's ports may be somebody else's just now. */
async function toElsewhere(): Promise<(text: string) => string> {
  const [page, stripe] = [await freePort(), await freePort()];
  shop = `http://localhost:${page}/`;
  panel = `http://localhost:${stripe}/`;
  return (text) => text.replaceAll('3000', page).replaceAll('4243', stripe);
}

/** Types a line into a shell in the folder; gives what it said last. */
function type(line: string): string {
  const quiet = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_prefer_offline: 'true' };
  const said = execFileSync(line, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: true,
  });
  return said.trim().split('\n').at(-1) ?? '';
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'billing-first-'));
  // As the build has left it: building anew would pull it away from under other tests.
  const packed = type(`npm pack ${JSON.stringify(root)} --ignore-scripts --loglevel error`);
  const lines = blocksOf(GUIDE, 'sh')[0]?.text.trim().split('\n') ?? [];
  expect(lines).toContainEqual(expect.stringMatching(/^npm install billing-checkout /));
  for (const line of lines) type(line.replace(' billing-checkout ', ` ./${packed} `));

  const elsewhere = await toElsewhere();
  await writeFile(join(folder, 'server.mjs'), elsewhere(blocksOf(GUIDE, 'js')[0]?.text ?? ''));
  await writeFile(join(folder, 'index.html'), elsewhere(blocksOf(GUIDE, 'html')[0]?.text ?? ''));
  expect(readPage(GUIDE)).toContain('```sh\nnode server.mjs\n```');
  server = spawn(process.execPath, ['server.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!server.stdout) throw new Error('It has no output.');
  expect(String(await once(server.stdout, 'data'))).toContain(shop);
}, 180_000);

afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

it('pays, and both the page and the local Stripe know', async () => {
  const page = await newPage();
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const checkout = await CheckoutPage.open(page, shop);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await page.getByText('Welcome aboard.').waitFor();
  expect(logged).toContainEqual(expect.stringContaining('payment: paid'));

  const { hostname: host, port } = new URL(panel);
  const stripe = new Stripe('sk_test_shop', { host, port, protocol: 'http', telemetry: false });
  const { data } = await stripe.subscriptions.list();
  expect(data.map(({ status, items }) => [status, items.data[0]?.quantity])).toEqual([['active', 12]]);
  await page.goto(panel);
  await page.getByRole('link', { name: 'shop' }).waitFor();
}, 60_000);
