import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readTrafficFlags } from '../../../src/cli/traffic/read-traffic-flags.js';

it('asks for nothing without a flag', () => {
  expect(readTrafficFlags({})).toEqual({ kind: 'none' });
});

it('fills in what is not said', () => {
  expect(readTrafficFlags({ traffic: '5000', lift: '0.031', seed: '7' })).toEqual({
    kind: 'traffic',
    folder: null,
    options: {
      units: 5000,
      lift: 0.031,
      seed: '7',
      baseRate: 0.4,
      days: 28,
      experiment: 'pages',
      account: 'simulator',
      guests: 0,
    },
  });
});

it.each([
  [{ lift: '0.1' }, '--lift', 'add --traffic 5000'],
  [{ traffic: 'many' }, '--traffic', 'write --traffic 5000'],
  [{ traffic: '0' }, '--traffic', '1 to 200000'],
  [{ traffic: '1e9' }, '--traffic', '1 to 200000'],
  [{ traffic: '5', lift: 'NaN' }, '--lift', 'such as --lift 0.031'],
  [{ traffic: '5', lift: '-2' }, '--lift', 'from -0.85 to 1.275'],
  [{ traffic: '5', 'base-rate': '0.9', lift: '0.5' }, '--lift', '--base-rate 0.9'],
  [{ traffic: '5', 'base-rate': '40' }, '--base-rate', 'write --base-rate 0.4'],
  [{ traffic: '5', days: '0' }, '--days', '1 to 365'],
  [{ traffic: '5', guests: '1.5' }, '--guests', 'from 0 to 1'],
  [{ traffic: '5', seed: '' }, '--seed', 'write --seed 7'],
  [{ traffic: '5', experiment: 'one page?' }, '--experiment', '--experiment pages'],
  [{ traffic: '5', account: 'sk_live/…' }, '--account', 'sk_test_simulator'],
  [{ traffic: '5', events: '/dev/null/x' }, '--events', 'name a folder'],
])('says in one line what is wrong with %j', (flags, name, mend) => {
  const request = readTrafficFlags(flags);
  const line = request.kind === 'problem' ? request.line : '';

  expect(line.startsWith(name)).toBe(true);
  expect(line).toContain(mend);
  expect(line).not.toMatch(/\n|NaN|undefined/);
});

it('does not mix the events of two runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  expect(readTrafficFlags({ traffic: '5', events: folder }).kind).toBe('traffic');
  writeFileSync(join(folder, 'events-2026-11-01-traffic.ndjson'), '');

  expect(readTrafficFlags({ traffic: '5', events: folder })).toMatchObject({ kind: 'problem' });
});
