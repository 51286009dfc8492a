/** Each example backend is verified by the line of its README: over its own adapter or in its own language. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort, linesOf, runLine } from '../../examples/support/shell.js';

const folder = mkdtempSync(join(tmpdir(), 'backends-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Beside `--price pro_monthly` of the README: all that there is to look at. */
const FLAGS = [
  ...['--price', 'pro_yearly=year', '--price', 'team_onboarding=once'],
  ...['--customer-header', 'X-Customer', '--origin', 'https://shop.example'],
];

/** Verifies the backend by the line of its README, with more to look at and a port that is free; what it does not offer. */
async function notOffered(name: string): Promise<readonly string[]> {
  const port = await freePort();
  const json = join(folder, `${port}.json`);
  const [verify = ''] = linesOf(`backends/${name}`);
  const line = [verify.replaceAll('3001', port), ...FLAGS, '--json', JSON.stringify(json)].join(' ');
  const { code, said } = await runLine(line);
  expect(code, said).toBe(0);
  const { cases } = JSON.parse(readFileSync(json, 'utf8')) as { cases: readonly { id: string; outcome: string }[] };
  return cases.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
}

describe('our server keeps every promise', () => {
  it.each([
    ['node:http', 'node'],
    ['Express', 'express'],
    ['Hono', 'hono'],
    ['a fetch handler', 'workers'],
  ])(
    'under %s',
    async (_, name) => {
      expect(await notOffered(name)).toEqual(['events.kept', 'events.form']);
    },
    60_000,
  );
});

it('a backend in Python keeps every promise about what it sells', async () => {
  const { code } = await runLine('python3 --version');
  expect(code, 'There is no python3 to run the example in Python: install it (apt-get install python3).').toBe(0);
  expect(await notOffered('python')).toEqual([
    'open.hosted',
    ...['change.terms', 'change.address'],
    ...['owner.invoice_route', 'owner.guests', 'owner.invoice', 'owner.subscription'],
    ...['billing.invoice', 'billing.subscription', 'billing.setup'],
    ...['invoice.made', 'invoice.lock', 'invoice.once', 'invoice.refused', 'invoice.form'],
    ...['hosted.lock', 'hosted.once', 'hosted.back', 'hosted.origin'],
    ...['events.kept', 'events.form'],
  ]);
}, 60_000);
