/** What the README of an example has its reader type, typed into a shell at the root of the clone. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { blocksOf } from '../../support/read-docs.js';

const ROOT = join(import.meta.dirname, '../../..');

/** Names of variables by which tests know that they run within others. */
const INHERITED = /^(?:VITEST|TEST_|NODE_OPTIONS|NODE_ENV|MODE$|DEV$|PROD$|FORCE_COLOR|npm_)/;

/** How it ended, and what was said. */
interface Ran {
  readonly code: number | null;
  readonly said: string;
}

/**
 * The lines of an example's README after the first, which builds the package; that one has been run before these tests, and is not run
 * again under those beside them.
 */
export function linesOf(example: string): readonly string[] {
  const [build, ...lines] = blocksOf(`examples/${example}/README.md`, 'sh').flatMap(({ text }) =>
    text.trim().split('\n'),
  );
  expect(build, example).toBe('npm run build');
  return lines;
}

/** A port that nobody has: the one in a README may be somebody else's just now. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Runs a line to its end. */
export async function runLine(line: string): Promise<Ran> {
  const { child, said } = type(line, {});
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: said() };
}

/**
 * Runs a line that starts something, and waits until it has printed its address. Rejects when it ends before. With the test it ends,
 * and all that it has started.
 */
export async function startLine(line: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const { child, said } = type(line, variables);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) process.kill(-child.pid);
    await ended;
  });
  return new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      // Tools print addresses too, within their lines; ours begin one.
      const [, found] = /^(?:Ready: )?(http:\/\/localhost:\d+\/\S*).*\n/m.exec(said()) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`${line} has ended: ${said()}`)));
  });
}

/** A shell of its own group, so that all it has started ends with it. */
function type(line: string, variables: Readonly<Record<string, string>>): { child: ChildProcess; said: () => string } {
  const inherited = Object.entries(process.env).filter(([name]) => !INHERITED.test(name));
  const child = spawn('sh', ['-c', line], {
    cwd: ROOT,
    detached: true,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  return { child, said: () => said };
}
