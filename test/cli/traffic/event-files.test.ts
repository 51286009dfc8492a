import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openEventFiles } from '../../../src/cli/traffic/event-files.js';
import { createFunnelLog } from '../../../src/cli/traffic/funnel-log.js';

it('writes each event into the file of its day', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  const files = openEventFiles(folder);
  const log = createFunnelLog({ visit: 'a'.repeat(32), flow: 'one-page', experiment: 'pages', take: files.take });
  log.viewed(Date.UTC(2026, 10, 1, 23, 59));
  await files.flush();
  log.ready(Date.UTC(2026, 10, 2), { session: 'cs_test_1', fields: ['payment'], step: null, amount: 875 });
  log.abandoned(Date.UTC(2026, 10, 2, 0, 1), 'ready');
  await files.close();
  const read = (day: string) =>
    readFileSync(join(folder, `events-${day}-traffic.ndjson`), 'utf8')
      .trim()
      .split('\n');

  expect(read('2026-11-01').map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['viewed']);
  expect(read('2026-11-02').map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['ready', 'abandoned']);
});
