import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredFunnelEvent } from '../../src/contract/index.js';
import { createNdjsonEvents } from '../../src/server/ndjson-events.js';
import { EVERY_EVENT } from '../contract/support/every-event.js';

const NOON = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

let folder: string;
let now: number;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'events-')), 'kept');
  now = NOON;
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

const store = (writer = 'web-1') => createNdjsonEvents(folder, { now: () => now, writer });
const events = (...seqs: readonly number[]): StoredFunnelEvent[] =>
  seqs.flatMap((seq) => EVERY_EVENT.slice(0, 1).map((event) => ({ ...event, seq, receivedAt: now })));

/** Names of the files, and the place of each event in its visit, line by line. */
async function kept(): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (const name of (await readdir(folder)).sort()) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n');
    expect(lines.pop(), 'a line ends').toBe('');
    found[name] = lines.map((line) => (JSON.parse(line) as StoredFunnelEvent).seq);
  }
  return found;
}

describe('files of events', () => {
  it('are one per process and day of UTC', async () => {
    const one = store();
    const other = store('web-2');
    await one.append(events(1, 2));
    await other.append(events(3));
    now += 12 * HOUR - 1;
    await one.append(events(4));
    now += 1;
    await one.append(events(5));
    await one.close();
    await other.close();
    expect(await kept()).toEqual({
      'events-2026-11-22-web-1.ndjson': [1, 2, 4],
      'events-2026-11-22-web-2.ndjson': [3],
      'events-2026-11-23-web-1.ndjson': [5],
    });
  });

  it('follow a clock that is set back', async () => {
    const one = store();
    now += 24 * HOUR;
    await one.append(events(1));
    now -= 24 * HOUR;
    await one.append(events(2));
    await one.close();
    expect(Object.keys(await kept())).toEqual(['events-2026-11-22-web-1.ndjson', 'events-2026-11-23-web-1.ndjson']);
  });

  it('are named after host and process, in letters that every disk takes', async () => {
    const own = createNdjsonEvents(folder, { now: () => now });
    const odd = store('../eu west/1');
    await own.append(events(1));
    await odd.append(events(2));
    await own.close();
    await odd.close();
    const host = hostname().replaceAll(/[^\w.-]/g, '_');
    expect(Object.keys(await kept()).sort()).toEqual(
      [`events-2026-11-22-.._eu_west_1.ndjson`, `events-2026-11-22-${host}-${process.pid}.ndjson`].sort(),
    );
  });

  it('hold each batch in one piece and in order, however many come at once', async () => {
    const one = store();
    await Promise.all(Array.from({ length: 50 }, (_, batch) => one.append(events(batch * 2 + 1, batch * 2 + 2))));
    await one.close();
    const [seqs] = Object.values(await kept());
    expect(seqs).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('go on where an earlier process of that name stopped, even in the middle of a line', async () => {
    const first = store();
    await first.append(events(1));
    await first.close();
    const file = join(folder, 'events-2026-11-22-web-1.ndjson');
    await appendFile(file, '{"v":1,"type":"vie');
    const second = store();
    await second.append(events(2));
    await second.close();
    const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    expect(lines.map((line) => line.slice(0, 12))).toHaveLength(3);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ seq: 2 });
  });

  it('keep the lines of writers apart that share a name', async () => {
    const writers = [store(), store(), store()];
    const batch = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      Array.from({ length: 40 }, () => writers.map((writer) => writer.append(events(...batch)))).flat(),
    );
    for (const writer of writers) await writer.close();
    const [seqs] = Object.values(await kept());
    expect(seqs).toEqual(Array.from({ length: 3 * 40 }, () => batch).flat());
  });

  it('are not made for nothing', async () => {
    const one = store();
    await one.append([]);
    await one.close();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('take nothing once closed, and close after what has begun', async () => {
    const one = store();
    const begun = one.append(events(1));
    await one.close();
    await begun;
    await expect(one.append(events(2))).rejects.toThrow('closed');
    expect(Object.values(await kept())).toEqual([[1]]);
  });

  it('say when the disk refuses, and take the next batch', async () => {
    const nowhere = createNdjsonEvents('/dev/null/events', { now: () => now });
    await expect(nowhere.append(events(1))).rejects.toThrow();
    await expect(nowhere.append(events(2))).rejects.toThrow();
    await nowhere.close();
  });

  it('are read by DuckDB, one column per field, whatever the type of the event', async () => {
    const one = store();
    await one.append(EVERY_EVENT.map((event) => ({ ...event, receivedAt: now })));
    await one.close();
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `select type, experiment.variant as variant, epoch_ms(receivedAt)::text as received, fields, amount
       from read_json('${folder}/events-*.ndjson', format = 'newline_delimited', union_by_name = true)`,
    );
    const rows = reader.getRowObjectsJson();
    expect(rows.map(({ type }) => type)).toEqual(EVERY_EVENT.map(({ type }) => type));
    expect(rows[1]).toMatchObject({ variant: 'two-page', fields: ['email', 'address', 'payment'], amount: '10500' });
    expect(rows[1]?.['received']).toBe('2026-11-22 12:00:00');
  });
});
