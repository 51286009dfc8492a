/** The page on funnel events is true: its tables are whole, its questions have answers. (Its code: compiles.test.ts.) */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { funnelEventSchema } from '../../src/contract/index.js';
import { createNdjsonEvents } from '../../src/server/ndjson-events.js';
import { EVERY_EVENT } from '../contract/support/every-event.js';

const page = await readFile(join(import.meta.dirname, '../../docs/events.md'), 'utf8');

it('has a row for every event and every field', () => {
  // `step` is both an event and a field.
  const rows = new Map<string, string>();
  for (const [, name = '', row = ''] of page.matchAll(/^\| `(\w+)` *\|(.*)\|$/gm))
    rows.set(name, `${rows.get(name) ?? ''} ${row}`);
  const shared = Object.keys(EVERY_EVENT.find(({ type }) => type === 'viewed') ?? {});
  const types = funnelEventSchema.def.options.map(({ def }) => def.shape.type.def.values[0] ?? '');
  expect(new Set(rows.keys())).toEqual(new Set([...types, ...shared]));
  for (const event of EVERY_EVENT)
    for (const field of Object.keys(event).filter((name) => !shared.includes(name)))
      expect(rows.get(event.type), `${field} of ${event.type}`).toContain(`\`${field}\``);
});

it('asks questions of the files that DuckDB answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'events-'));
  const store = createNdjsonEvents(folder);
  const events = EVERY_EVENT.map((event, index) => ({ ...event, seq: index + 1, receivedAt: event.at }));
  await store.append(events);
  await store.append(events);
  await store.close();
  const sql = /```sql\n(.*?)```/s.exec(page)?.[1]?.replace('var/events', folder) ?? '';
  const [view = '', flows = '', declines = ''] = sql.split(';');
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(view);
  const ask = async (query: string) => (await connection.runAndReadAll(query)).getRowObjectsJson();
  expect(await ask(flows)).toEqual([
    { flow: 'two-page', visits: '1', ready: '1', submitted: '1', completed: '1', seconds: 61.234 },
  ]);
  expect(await ask(declines)).toEqual([{ code: 'insufficient_funds', visits: '1', recovered: '1' }]);
  await rm(folder, { recursive: true });
});
