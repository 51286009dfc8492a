import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
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

/** Takes a port whose lower neighbor is free: below those that systems hand out, where nobody comes by chance. */
async function takePort(): Promise<number> {
  for (let port = 20_000 + Math.floor(Math.random() * 9_000); ; port += 2) {
    const below = await listen(port - 1);
    const server = await listen(port);
    below?.close();
    if (!server) continue;
    onTestFinished(() => void server.close());
    if (below) return port;
  }
}

function listen(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(null);
    });
    server.listen(port, () => {
      resolve(server);
    });
  });
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

describe('npm run smoke', () => {
  const NONE = { STRIPE_SECRET_KEY: '', STRIPE_PUBLISHABLE_KEY: '' };

  it('says in one line that there are no keys, names them, and ends well', async () => {
    const { code, lines } = await run('smoke.mjs', { env: NONE });
    expect(code).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/STRIPE_SECRET_KEY.*STRIPE_PUBLISHABLE_KEY.*STRIPE_WEBHOOK_SECRET/)]);
  });

  it.each([
    [{ STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1' }, [], 'must be a test key'],
    [{ STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: '' }, [], 'STRIPE_PUBLISHABLE_KEY'],
    [NONE, ['--everything'], '--only NAME'],
    [NONE, ['flow-trial'], '--only NAME'],
    [{ ...NONE, CHROMIUM_PATH: '/nowhere/chromium' }, ['--simulator'], 'CHROMIUM_PATH names /nowhere/chromium'],
  ])('says in one line what is wrong with %j %j', async (env, args, words) => {
    const { code, lines } = await run('smoke.mjs', { env, args });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(words)]);
    expect(lines.join()).not.toContain('sk_live_1');
  });

  it('lists its checks without keys', async () => {
    const { code, lines } = await run('smoke.mjs', { env: NONE, args: ['--list'] });
    expect(code).toBe(0);
    expect(lines).toContain('flow-card-pays');
    expect(lines).toContain('unknown-stale-total');
  });
});

describe('npm run browsers', () => {
  it.each([
    [{}, ['--only', 'netscape'], 'There is no netscape. Use: npm run browsers -- [--only chromium|firefox|webkit]'],
    [{}, ['--fast'], 'npm run browsers -- [--only'],
    [{ FIREFOX_PATH: '/nowhere/fox' }, ['--only', 'firefox'], 'FIREFOX_PATH names /nowhere/fox'],
    [{ PATH: '' }, ['--only', 'webkit'], 'WebKit is not installed: `apt-get install webkit2gtk-driver`'],
  ])('says in one line what is wrong with %j %j', async (env, args, words) => {
    const { code, lines } = await run('browsers.mjs', { env: { WEBKIT_DRIVER_PATH: '', ...env }, args });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(words)]);
  });
});

describe('the count that closes a run', () => {
  const report = async (content: object): Promise<string> => {
    const file = join(await mkdtemp(join(tmpdir(), 'count-')), 'report.json');
    await writeFile(file, JSON.stringify(content));
    return file;
  };
  const count = async (codes: [string, string], ...reports: (object | string)[]) => {
    const files = await Promise.all(
      reports.map((each) => (typeof each === 'string' ? Promise.resolve(each) : report(each))),
    );
    const { code, lines } = await run('count-tests.mjs', { args: [...codes, ...files] });
    return [code, lines.at(-1)];
  };
  const file = (...statuses: string[]) => ({
    name: 'a.test.ts',
    status: statuses.includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: statuses.map((status) => ({ status, fullName: 'does it' })),
  });
  const steps = [{ name: 'lint', ok: true }];
  const tests = { testResults: [file('passed', 'passed', 'skipped')] };

  it('adds steps and tests up', async () => {
    expect(await count(['0', '0'], steps, tests)).toEqual([0, '3 passed, 0 failed']);
  });

  it('counts steps and tests that failed', async () => {
    const red = { testResults: [file('passed', 'failed')] };
    expect(await count(['1', '1'], [...steps, { name: 'size', ok: false }], red)).toEqual([1, '2 passed, 2 failed']);
  });

  it('counts a file that did not run', async () => {
    const broken = { ...file(), status: 'failed', message: 'SyntaxError' };
    expect(await count(['0', '1'], steps, { testResults: [file('passed'), broken] })).toEqual([
      1,
      '2 passed, 1 failed',
    ]);
  });

  it('counts a command that failed and does not say why', async () => {
    expect(await count(['0', '124'], steps, tests)).toEqual([1, '3 passed, 1 failed']);
  });

  it('takes silence for a failure', async () => {
    expect(await count(['0', '0'], steps, '/nowhere.json')).toEqual([1, '1 passed, 1 failed']);
    expect(await count(['0', '0'], steps, { testResults: [] })).toEqual([1, '1 passed, 1 failed']);
  });
});
