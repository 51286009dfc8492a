/** `billing-checkout report`, as it is typed. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { report } from '../../src/cli/report.js';
import { toClientReference } from '../../src/contract/client-reference.js';
import type { Report } from '../../src/report/index.js';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/index.js';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
const home = process.cwd();
let simulator: ServedSimulator;
let time = Date.now() - 9 * 86_400_000;

beforeAll(async () => {
  simulator = await serveSimulator({ port: 0, now: () => time });
  const { hostname, port } = new URL(simulator.url);
  const stripe = new Stripe('sk_test_simulator', { host: hostname, port, protocol: 'http', telemetry: false });
  const { id: price } = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 900,
    product_data: { name: 'Pro' },
  });
  for (const variant of ['two-page', 'one-page']) {
    for (const unit of ['a', 'b']) {
      await stripe.checkout.sessions.create({
        ui_mode: 'elements',
        mode: 'payment',
        line_items: [{ price, quantity: 1 }],
        client_reference_id: toClientReference({ experiment: 'pages', variant, unitHash: unit + variant.slice(0, 3) }),
      });
    }
  }
  time = Date.now();
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  vi.stubEnv('STRIPE_SECRET_KEY', '');
  process.chdir(folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.chdir(home);
  process.exitCode = 0;
});

/** Runs the command; what it wrote, and its exit code. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  vi.spyOn(console, 'log').mockImplementation((text) => void (said.out += `${String(text)}\n`));
  vi.spyOn(console, 'error').mockImplementation((text) => void (said.err += `${String(text)}\n`));
  process.exitCode = 0;
  await report(args);
  return { ...said, code: process.exitCode };
}

describe('reading', () => {
  it('prints the report, how far it has come beside it, and leaves no file', async () => {
    const { out, err, code } = await run('--experiment', 'pages', '--stripe', simulator.url);
    expect(code).toBe(0);
    expect(out).toMatch(/^Experiment pages\n/);
    expect(out).toMatch(/Units +2 +2\n/);
    expect(err).toMatch(/100% read: 4 sessions, 0 payments\n$/);
    expect(existsSync(join(folder, '.billing-report-pages.ndjson'))).toBe(false);
  });

  it('prints JSON alone', async () => {
    const { out } = await run('--experiment', 'pages', '--stripe', simulator.url, '--json', '--window', '1');
    expect(JSON.parse(out) as Report).toMatchObject({ report: 1, experiment: 'pages', period: { windowDays: 1 } });
  });

  it('writes a page', async () => {
    await run('--experiment', 'pages', '--stripe', simulator.url, '--html', 'report.html');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });
});

describe('a plan', () => {
  it('says how many units and days it takes, without Stripe', async () => {
    const { out, code } = await run('--plan', '--base-rate', '0.4', '--lift', '0.031', '--units-per-day', '2000');
    expect(code).toBe(0);
    expect(out).toContain('one look, at the end:                                24,624 units per variant, 25 days');
    expect(out).toMatch(/always valid, read daily and stopped when it calls: {2}[\d,]+ units per variant, \d+ days/);
  });

  it('is JSON where that is asked for', async () => {
    const { out } = await run('--plan', '--base-rate', '0.4', '--lift', '0.031', '--json');
    expect(JSON.parse(out)).toMatchObject({ plan: 1, oneLook: { unitsPerVariant: 24624, days: null } });
  });

  it.each([
    [['--base-rate', '0.4'], '--plan needs --base-rate and --lift'],
    [['--base-rate', '1.4', '--lift', '0.1'], 'baseRate: 1.4 is not between'],
    [['--base-rate', '0.9', '--lift', '0.5'], '--lift: 0.5 cannot be planned'],
    [['--base-rate', '0.4', '--lift', '0.1', '--units-per-day', '0'], 'unitsPerDay: 0 leads nowhere'],
    [['--base-rate', '0.4', '--lift', '0.1', '--variants', '1'], '--variants: 1 is no number of variants'],
  ])('%j is refused', async (flags, line) => {
    const { err, code } = await run('--plan', ...flags);
    expect(code).toBe(2);
    expect(err).toContain(line);
  });
});

describe('what is wrong is one line', () => {
  it.each<[string, string[], number, string]>([
    ['no experiment', [], 2, '--experiment is missing'],
    ['a flag that is none', ['--colour'], 2, "Unknown option '--colour'"],
    ['a date that is none', ['--from', 'yesterday'], 2, '--from: "yesterday" is no date'],
    ['a day that is none', ['--from', '2026-02-30'], 2, '--from: "2026-02-30" is no date'],
    ['a window of words', ['--window', 'week'], 2, '--window: "week" is no number'],
    ['weights without shares', ['--weights', 'a,b'], 2, '--weights: "a" is no weight'],
    ['a variant weighed twice', ['--weights', 'a=0.5,a=0.5'], 2, '--weights: "a=0.5" is no weight'],
    ['an address that is none', ['--stripe', 'localhost'], 2, '--stripe: "localhost" is no address'],
    ['a page nowhere', ['--html', '/nowhere/report.html'], 2, '--html: /nowhere/report.html cannot be written'],
    ['an unknown experiment', ['--experiment', 'colors'], 1, 'belongs to colors. Seen: pages (4 sessions).'],
  ])('%s', async (_, flags, exit, line) => {
    const named = flags.length === 0 || flags.includes('--experiment') ? flags : ['--experiment', 'pages', ...flags];
    const { out, err, code } = await run(
      ...(named.includes('--stripe') ? named : [...named, '--stripe', simulator.url]),
    );
    expect(code).toBe(exit);
    expect(out).toBe('');
    const [last] = err.trimEnd().split('\n').slice(-1);
    expect(last).toContain(line);
    expect(err).not.toMatch(/\n\s+at |NaN|undefined/);
  });

  it.each([
    ['', 'STRIPE_SECRET_KEY is not set'],
    ['pk_live_abc', 'STRIPE_SECRET_KEY holds a publishable key'],
    ['hunter2', 'STRIPE_SECRET_KEY holds no secret key'],
  ])('of the key %j', async (key, line) => {
    vi.stubEnv('STRIPE_SECRET_KEY', key);
    const { err, code } = await run('--experiment', 'pages');
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
  });

  it('of a live key that would go elsewhere', async () => {
    vi.stubEnv('STRIPE_SECRET_KEY', 'sk_live_abc');
    const { err, code } = await run('--experiment', 'pages', '--stripe', simulator.url);
    expect([code, err]).toEqual([2, expect.stringContaining('a live key, which is not sent to')]);
  });

  it('of a simulator that is not there', async () => {
    const { err, code } = await run('--experiment', 'pages', '--stripe', 'http://127.0.0.1:9');
    expect(code).toBe(1);
    expect(err).toContain('Stripe could not be reached (ECONNREFUSED)');
  });
});

it('explains itself', async () => {
  const { out, code } = await run('--help');
  expect(code).toBe(0);
  expect(out).toContain('billing-checkout report --experiment NAME');
});
