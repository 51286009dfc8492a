/** Each example backend is verified as its README says: by the command, over its own adapter or in its own language. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'backends-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FLAGS = [
  ...['--price', 'pro_monthly', '--price', 'pro_yearly=year', '--price', 'team_onboarding=once'],
  ...['--customer-header', 'X-Customer', '--origin', 'https://shop.example'],
];

/** Runs a program to its end; its exit code and all it has said. */
async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; said: string }> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(-1);
    });
    child.once('close', (ended) => resolve(ended ?? -1));
  });
  return { code, said };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Verifies the backend that this command starts; what it does not offer. */
async function notOffered(command: string): Promise<readonly string[]> {
  const port = String(await freePort());
  const json = join(folder, `${port}.json`);
  const args = [`http://127.0.0.1:${port}/billing`, ...FLAGS, '--command', command, '--json', json];
  const { code, said } = await run(process.execPath, [join(root, 'dist/cli/main.js'), 'verify', ...args], {
    PORT: port,
  });
  expect(code, said).toBe(0);
  const { cases } = JSON.parse(readFileSync(json, 'utf8')) as { cases: readonly { id: string; outcome: string }[] };
  return cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
}

const quoted = (...path: readonly string[]): string => JSON.stringify(join(root, 'examples/backends', ...path));

describe('our server keeps every promise', () => {
  it.each([
    ['node:http', 'node', 'server.mjs'],
    ['Express', 'express', 'server.mjs'],
    ['Hono', 'hono', 'server.mjs'],
    ['a fetch handler', 'workers', 'serve.mjs'],
  ])(
    'under %s',
    async (_, name, file) => {
      const command = `${JSON.stringify(process.execPath)} ${quoted(name, file)}`;
      expect(await notOffered(command)).toEqual(['events.kept', 'events.form']);
    },
    60_000,
  );
});

it('a backend in Python keeps every promise about what it sells', async () => {
  const { code } = await run('python3', ['--version']);
  expect(code, 'There is no python3 to run the example in Python: install it (apt-get install python3).').toBe(0);
  expect(await notOffered(`python3 -B ${quoted('python', 'server.py')}`)).toEqual([
    'open.hosted',
    ...['change.terms', 'change.address'],
    ...['owner.invoice_route', 'owner.guests', 'owner.invoice', 'owner.subscription'],
    ...['billing.invoice', 'billing.subscription', 'billing.setup'],
    ...['invoice.made', 'invoice.lock', 'invoice.once', 'invoice.refused', 'invoice.form'],
    ...['hosted.lock', 'hosted.once', 'hosted.back', 'hosted.origin'],
    ...['events.kept', 'events.form'],
  ]);
}, 60_000);
