/** Runs a tool as the README of an example does, in the example's folder. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** Names of variables by which tests know that they run within others. */
const INHERITED = /^(?:VITEST|TEST_|NODE_OPTIONS|NODE_ENV|MODE$|DEV$|PROD$|FORCE_COLOR)/;

/** Resolves to the exit code and what was said. `tool` is a path in `node_modules`. */
export function runTool(
  folder: string,
  tool: string,
  ...args: readonly string[]
): Promise<{ code: number | null; said: string }> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', tool), ...args], {
      cwd: join(ROOT, 'examples', folder),
      env: { CHROMIUM_PATH: '/usr/bin/chromium', ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, said });
    });
  });
}
