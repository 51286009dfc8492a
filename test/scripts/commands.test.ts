import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const scripts = join(import.meta.dirname, '../../scripts');

/** Runs a command from somewhere else; resolves to its exit code and lines. */
async function run(script: string, { args = [] as string[], env = {} } = {}) {
  const child = spawn(process.execPath, [join(scripts, script), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(child, 'close')) as [number];
  return { code, lines: output.trim().split('\n') };
}

async function takePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe('npm start', () => {
  it('names a port that is in use, and the mend, in one line', async () => {
    const port = await takePort();
    const { code, lines } = await run('start.mjs', { env: { PORT: String(port) } });
    expect(code).toBe(1);
    expect(lines).toEqual([`Port ${port} is in use: choose another, for example PORT=${port + 10} npm start.`]);
  });

  it('names the port of the local Stripe, too', async () => {
    const port = await takePort();
    const { code, lines } = await run('start.mjs', { env: { PORT: String(port - 1) } });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`Port ${port} is in use`)]);
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT is abc'],
    [{ PORT: '70000' }, 'PORT is 70000'],
    [{ PORT: '4299', STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, 'must be a test key'],
    [{ PORT: '4299', STRIPE_SECRET_KEY: 'sk_test_1' }, 'STRIPE_PUBLISHABLE_KEY'],
  ])('says in one line what is wrong with %j', async (env, words) => {
    const { code, lines } = await run('start.mjs', { env });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(words)]);
    expect(lines.join()).not.toContain('sk_live_1');
  });
});

describe('the count that closes a run', () => {
  const report = async (content: object): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'count-')), 'tests.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const green = { numPassedTests: 3, numFailedTests: 0, testResults: [] };

  it('adds the reports up', async () => {
    const args = ['0', await report(green), await report({ ...green, numPassedTests: 4 })];
    expect(await run('count-tests.mjs', { args })).toEqual({ code: 0, lines: ['7 passed, 0 failed'] });
  });

  it('counts failed tests, files that did not run, and steps that failed', async () => {
    const broken = { status: 'failed', assertionResults: [] };
    const red = await report({ numPassedTests: 1, numFailedTests: 2, testResults: [broken] });
    expect(await run('count-tests.mjs', { args: ['0', red] })).toEqual({ code: 1, lines: ['1 passed, 3 failed'] });
    const step = await run('count-tests.mjs', { args: ['1', await report(green)] });
    expect(step).toEqual({ code: 1, lines: ['3 passed, 1 failed'] });
  });

  it('counts a report that is missing as a failure', async () => {
    const { code, lines } = await run('count-tests.mjs', { args: ['0', '/nowhere.json'] });
    expect([code, lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
  });
});
