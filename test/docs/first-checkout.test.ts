/** A reader reaches a page that takes payments by copying what the first guide shows, into an empty folder, with the packed package. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
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
  return (text) => text.replaceAll('3000', page).replaceAll('4243', stripe);
}

const npm = (...args: string[]): string =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'billing-first-'));
  const [packed = ''] = npm('pack', root, '--ignore-scripts').trim().split('\n').slice(-1);
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly stripe: string };
  };
  const install = blocksOf(GUIDE, 'sh')[0]?.text.trim().split('\n') ?? [];
  expect(install).toEqual(['npm init -y', 'npm install billing-checkout stripe']);
  npm('init', '-y');
  npm('install', `./${packed}`, `stripe@${devDependencies.stripe}`);

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

it('pays', async () => {
  const page = await newPage();
  const checkout = await CheckoutPage.open(page, shop);
  await checkout.fill(cards.pays);
  await checkout.pay();
  await page.getByText('Welcome aboard.').waitFor();
}, 60_000);
