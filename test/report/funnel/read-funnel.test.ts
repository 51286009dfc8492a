/** Drop-off by step, from events as the example backend keeps them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunnelEventType } from '../../../src/contract/funnel-events.js';
import { createReport, toHtml, toText, type Report } from '../../../src/report/index.js';
import { openMarket, START } from '../market.js';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
let report: Report;

let visits = 0;

/** The lines of one page view. */
function visit(
  variant: string,
  told: readonly ({ readonly type: FunnelEventType } & Readonly<Record<string, unknown>>)[],
  name = 'pages',
  day = 1,
): string {
  visits += 1;
  const at = (START + day * 86_400) * 1000;
  const flow = variant === 'two-page' ? 'two-page' : 'one-page';
  return told
    .map((event, index) => {
      const common = { v: 1, visit: visits.toString(16).padStart(32, '0'), seq: index + 1, at, sinceReady: null };
      const rest = { session: null, flow, step: null, experiment: { name, variant }, livemode: false };
      return `${JSON.stringify({ ...common, ...rest, ...event, receivedAt: at + 5 })}\n`;
    })
    .join('');
}

const viewed = { type: 'viewed' } as const;
const ready = { type: 'ready', fields: ['email', 'address', 'payment'], amount: null, currency: null } as const;
const filled = (field: 'email' | 'address' | 'payment') => ({ type: 'field_completed', field }) as const;
const pageTwo = { type: 'step', step: 'payment', from: 'details', skipped: false } as const;
const submitted = { type: 'submitted', attempt: 1, method: 'card', amount: 1000, currency: 'usd' } as const;
const completed = { type: 'completed', payment: 'paid', mode: 'payment', attempts: 1, replayed: false } as const;

beforeAll(async () => {
  writeFileSync(
    join(folder, 'events-2026-10-02-a.ndjson'),
    [
      visit('two-page', [viewed]),
      visit('two-page', [viewed, ready, filled('email'), filled('address')]),
      visit('two-page', [viewed, ready, pageTwo]),
      visit('two-page', [viewed, ready, pageTwo, submitted, completed]),
      visit('two-page', [viewed], 'colors'),
      visit('two-page', [viewed], 'pages', -60),
    ].join(''),
  );
  writeFileSync(
    join(folder, "events-2026-10-02-it's b.ndjson"),
    [
      visit('one-page', [viewed, ready, filled('email')]),
      visit('one-page', [viewed, ready, filled('email'), filled('address')]),
      visit('one-page', [viewed, ready, submitted]),
      visit('one-page', [viewed]),
      // A second look at what was paid before.
      visit('one-page', [viewed, { ...completed, replayed: true, attempts: 0 }]),
      '\n{"v":1,"type":"viewed","vis',
    ].join(''),
  );
  writeFileSync(join(folder, 'notes.txt'), 'no events here');
  const market = await openMarket();
  await market.visits('two-page', 2, 1);
  await market.visits('one-page', 2, 1);
  market.wait(9);
  report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now, events: folder });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the funnel', () => {
  it('counts page views by the furthest step they reached', () => {
    const reached = report.funnel?.arms.map(({ variant, steps }) => [variant, ...steps.map((step) => step.visits)]);
    expect(reached).toEqual([
      ['two-page', 4, 3, 2, 1, 1],
      ['one-page', 4, 3, 2, 1, 0],
    ]);
  });

  it('passes details by page two, or by filling them in where there is one page', () => {
    const share = report.funnel?.arms.map(({ steps }) => steps.find(({ step }) => step === 'details')?.share);
    expect(share).toEqual([0.5, 0.5]);
  });

  it('counts lines that are no event', () => {
    expect(report.funnel?.unreadable).toBe(1);
    expect(report.sources.at(-1)?.coverage).toBe('8 page views; 1 line not readable');
  });

  it('is in the text and on the page', () => {
    expect(toText(report)).toMatch(/Details passed +2 \(50\.0%\) +2 \(50\.0%\)/);
    expect(toHtml(report)).toContain('Page views that reached each step');
  });
});

it('says where a folder without events is named', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'events-'));
  const market = await openMarket();
  const reading = createReport({ stripe: market.stripe, experiment: 'pages', now: market.now, events: empty });
  await expect(reading).rejects.toThrow('holds no .ndjson file');
  rmSync(empty, { recursive: true });
});
