/** Runs a tool as the README of an example does, in the example's folder. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** Names of variables by which tests know that they run within others. */
const INHERITED = /^(?:VITEST|TEST_|NODE_OPTIONS|NODE_ENV|MODE$|DEV$|PROD$|FORCE_COLOR)/;

/** How it ended, and what was said. */
interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/** The environment of a tool that a reader starts. */
export function toEnvironment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !INHERITED.test(name)));
  return { CHROMIUM_PATH: '/usr/bin/chromium', ...env, NO_COLOR: '1' };
}

/** Resolves to the exit code and what was said. `tool` is a path in `node_modules`. */
export const runTool = (folder: string, tool: string, ...args: readonly string[]): Promise<Ran> =>
  run(folder, process.execPath, [join(ROOT, 'node_modules', tool), ...args]);

/** Runs a script of the example's `package.json`. */
export const runScript = (folder: string, script: string): Promise<Ran> => run(folder, 'npm', ['run', script]);

function run(folder: string, command: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: join(ROOT, 'examples', folder),
      env: toEnvironment(),
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
