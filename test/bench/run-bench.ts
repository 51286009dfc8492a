/** Runs the bench as its command does, on what is built. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What of a run's JSON is looked at. */
const resultsSchema = z.object({
  contenders: z.array(z.object({ name: z.string() })),
  figures: z.array(
    z.object({
      visit: z.string(),
      key: z.string(),
      values: z.record(z.string(), z.nullable(z.object({ median: z.number() }))),
    }),
  ),
  server: z.nullable(z.array(z.object({ key: z.string(), ours: z.object({ median: z.number() }) }))),
  failed: z.array(z.object({ name: z.string(), why: z.string() })),
  targets: z.array(z.object({ label: z.string(), measured: z.string() })),
});

/** A run, once it has ended. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
}

export function runBench(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/bench.mjs', '--no-build', ...words], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** What a run has written into the folder of `--out`. */
export const readResults = async (folder: string) =>
  resultsSchema.parse(JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')));
