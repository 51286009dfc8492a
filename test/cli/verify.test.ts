/** `billing-checkout verify`, as it is typed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { verify } from '../../src/cli/verify.js';
import { serveSimulator } from '../../src/simulator/index.js';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs the command; what it said, and its exit code. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number | string | null | undefined }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(console, 'log').mockImplementation((text) => void (said.out += `${String(text)}\n`));
  vi.spyOn(console, 'error').mockImplementation((text) => void (said.err += `${String(text)}\n`));
  await verify(args);
  return { ...said, code: process.exitCode };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A backend that answers everything with 501, and writes down the variables it was started with. */
function writeBackend(port: number): string {
  const file = join(folder, `backend-${port}.mjs`);
  const variables = join(folder, `variables-${port}.json`);
  writeFileSync(
    file,
    `import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(variables)}, JSON.stringify(process.env));
createServer((request, response) => response.writeHead(501).end('Not yet.')).listen(${port}, '127.0.0.1');`,
  );
  return file;
}

it('starts a backend with the variables it needs, says what it does wrong, and ends it', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/billing`;
  const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(writeBackend(port))}`;
  const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')];
  const files = ['--json', json, '--junit', junit];
  const { out, code } = await run(
    url,
    '--price',
    'pro',
    '--customer-header',
    'X-Customer',
    '--command',
    command,
    ...files,
  );
  expect(code).toBe(1);
  expect(out).toMatch(
    /✗ open\.guest .*\n +seen: {2}POST \/sessions answered 501 with Not yet\., and the local Stripe was not asked/,
  );
  expect(out).toMatch(/not run\.\n$/);
  const report = JSON.parse(readFileSync(json, 'utf8')) as { ok: boolean; counts: { failed: number } };
  expect(report.ok).toBe(false);
  expect(readFileSync(junit, 'utf8')).toContain(`<testcase name="open.guest" classname="Opening"`);
  expect(JSON.parse(readFileSync(join(folder, `variables-${port}.json`), 'utf8'))).toMatchObject({
    STRIPE_API_BASE: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    STRIPE_SECRET_KEY: 'sk_test_verify',
    STRIPE_WEBHOOK_SECRET: 'whsec_billing_checkout_verify',
    BILLING_ORIGIN: `http://127.0.0.1:${port}`,
    BILLING_CUSTOMER_HEADER: 'X-Customer',
  });
  await expect(fetch(url)).rejects.toThrow();
});

it('prints the variables and waits, where it is not to start the backend', async () => {
  const url = `http://127.0.0.1:${await freePort()}/billing`;
  const { err, code } = await run(url, '--price', 'pro', '--simulator-port', '0', '--wait', '1');
  expect(code).toBe(2);
  expect(err).toMatch(
    / {2}STRIPE_API_BASE=http:\/\/127\.0\.0\.1:\d+\n {2}STRIPE_SECRET_KEY=sk_test_verify\n {2}STRIPE_WEBHOOK_SECRET=whsec_/,
  );
  expect(err).toContain(`${url} has not answered within 1 s. Start the backend, or give it longer with --wait.`);
});

it('cannot run with a command that ends, and says what that said', async () => {
  const url = `http://127.0.0.1:${await freePort()}/billing`;
  const { err, code } = await run(url, '--price', 'pro', '--command', 'echo "No such module"; exit 3');
  expect(code).toBe(2);
  expect(err).toContain(
    'The backend is not running: the command ended with 3.\nThe last that it said:\nNo such module',
  );
});

it('does not take another server for the one it would start', async () => {
  const other = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/billing`;
  const { err, code } = await run(url, '--price', 'pro', '--command', 'exit 0');
  other.close();
  expect([code, err]).toEqual([2, `Something answers at ${url} already: end it, or leave out --command.\n`]);
});

it('says that a port is taken, or a flag wrong', async () => {
  const other = await serveSimulator({ port: 0 });
  const { port } = new URL(other.url);
  const taken = await run('http://127.0.0.1:1/billing', '--price', 'pro', '--simulator-port', port);
  await other.close();
  expect([taken.code, taken.err]).toEqual([2, `Port ${port} is in use: choose another with --simulator-port.\n`]);
  const wrong = await run('http://127.0.0.1:1/billing');
  expect([wrong.code, wrong.err]).toEqual([
    2,
    '--price is missing. Write the lookup key of a price that the backend sells.\n',
  ]);
});
