/** A short round of the bench: everybody can be measured. Nothing about time is expected. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResults, runBench, type Run } from './run-bench.js';

describe('npm run bench -- smoke', () => {
  let run: Run;
  let results: Awaited<ReturnType<typeof readResults>>;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-'));
    run = await runBench(['smoke', '--out', folder]);
    results = await readResults(folder);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const valueOf = (visit: string, key: string, name: string) =>
    results.figures.find((figure) => figure.visit === visit && figure.key === key)?.values[name]?.median;

  it('measures everybody', () => {
    expect(results.failed).toEqual([]);
    expect(run.output).toMatch(/Usable form .+ ms/);
    expect(run.code).toBe(0);
    for (const { name } of results.contenders) {
      expect(valueOf('fast', 'usable', name), name).toBeGreaterThan(0);
      expect(valueOf('fast', 'charge', name), name).toBeGreaterThan(0);
    }
  });

  it('makes every kind of visit to ours', () => {
    for (const { visit, key, values } of results.figures) expect(values['ours'], `${visit} ${key}`).toBeTruthy();
  });

  it('finds that nothing of ours moves, and that the shop is asked no more often than by the floor', () => {
    expect(valueOf('fast', 'shift', 'ours')).toBe(0);
    // The page, the script, the session.
    expect(valueOf('fast', 'ownRequests', 'vanilla')).toBe(3);
    expect(valueOf('fast', 'ownRequests', 'ours')).toBe(3);
    expect(valueOf('fast', 'bytes', 'ours')).toBeLessThan(valueOf('fast', 'bytes', 'react') ?? 0);
  });

  it('builds React as it is shipped', () => {
    // Built for development it is twice as much.
    expect(valueOf('fast', 'bytes', 'react')).toBeLessThan(80_000);
  });

  it('measures the server, and writes a page', async () => {
    expect(results.server?.map(({ key }) => key)).toEqual([
      'perSecond',
      'latency',
      'slowest',
      'busy',
      'far.latency',
      'far.perSecond',
    ]);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page.match(/<svg /g)).toHaveLength(results.figures.length);
  });
});
