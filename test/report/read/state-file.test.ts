/** A report that was stopped goes on where it was, from its file. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createReport, type ReportOptions } from '../../../src/report/index.js';
import { openMarket } from '../market.js';

type Market = Awaited<ReturnType<typeof openMarket>>;

let market: Market;
let folder: string;
let file: string;

beforeAll(async () => {
  market = await openMarket();
  for (let day = 0; day < 20; day += 5) {
    await market.visit({ unit: `known${day}`, variant: 'two-page', day, customer: await market.customer() });
    await market.visit({ unit: `a${day}`, variant: 'two-page', day, cards: ['4242424242424242'] });
    await market.visit({
      unit: `b${day}`,
      variant: 'one-page',
      day,
      cards: ['4242424242424242'],
      mode: 'subscription',
    });
  }
  market.wait(30);
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  file = join(folder, 'state.ndjson');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const read = (options: Partial<ReportOptions> = {}) =>
  createReport({ stripe: market.stripe, experiment: 'pages', now: market.now, resume: file, ...options });

/** Stops after some pages. */
async function stop(pages: number, options: Partial<ReportOptions> = {}): Promise<void> {
  const controller = new AbortController();
  let told = 0;
  const onProgress = (): void => {
    told += 1;
    if (told > pages) controller.abort();
  };
  await expect(read({ signal: controller.signal, onProgress, ...options })).rejects.toMatchObject({ kind: 'stopped' });
}

describe('a report that was stopped', () => {
  it('asks for what is missing only, and says the same as one that was not', async () => {
    const whole = await read();
    await stop(5);
    const asked = market.requests.length;
    const resumed = await read();
    expect(resumed).toEqual(whole);
    expect(market.requests.length - asked).toBeLessThan(16);
    expect(market.requests.length - asked).toBeGreaterThan(0);
  });

  it('goes on after a line that was being written when it was stopped', async () => {
    const whole = await read();
    await stop(3);
    appendFileSync(file, '{"slice":7,"cursor":"cs_test_x","ro');
    expect(await read()).toEqual(whole);
  });

  it('keeps nothing personal, and nothing that opens a session', async () => {
    await stop(12);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('"unit":"a0"');
    expect(text).not.toMatch(/@|example|secret|cus_|pi_|Visa|4242/);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('leaves no file once it is done', async () => {
    await stop(3);
    expect(existsSync(file)).toBe(true);
    await read();
    expect(existsSync(file)).toBe(false);
  });

  it('leaves its rows when a flag was wrong, and goes on with the right one', async () => {
    await expect(read({ control: 'blue' })).rejects.toThrow('no unit saw blue');
    const asked = market.requests.length;
    expect((await read({ control: 'one-page' })).control).toBe('one-page');
    expect(market.requests.length).toBe(asked);
  });
});

describe('a file that is another report’s', () => {
  it.each<[string, Partial<ReportOptions>, string]>([
    ['experiment', { experiment: 'colors' }, 'keeps a report on experiment pages'],
    ['account', { account: 'another' }, 'keeps a report on another Stripe account or key'],
    ['period', { from: new Date('2026-10-02') }, 'keeps a report on another period'],
    ['window', { window: 3 }, 'keeps a report on another period'],
    ['day', { now: () => new Date('2026-11-03') }, 'keeps a report begun at 2026-10-31'],
  ])('is refused: %s', async (_, options, line) => {
    await stop(3);
    await expect(read(options)).rejects.toThrow(line);
    await expect(read(options)).rejects.toMatchObject({ kind: 'usage' });
  });

  it('is refused when it is something else', async () => {
    writeFileSync(file, 'shopping: milk\n');
    await expect(read()).rejects.toThrow('is no state file of a report. Delete it, or name another with --resume.');
    expect(readFileSync(file, 'utf8')).toBe('shopping: milk\n');
  });

  it('is refused where it cannot be written', async () => {
    await expect(read({ resume: join(folder, 'no', 'state') })).rejects.toThrow('cannot be read or written');
    await expect(read({ resume: folder })).rejects.toThrow('cannot be read or written');
  });
});
