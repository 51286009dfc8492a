/** Starts the backend under test as a command, and ends it with all that it has started. */
import { spawn } from 'node:child_process';

/** How much of what the command says is kept, in characters: its end. */
const KEPT = 4_000;

/** A backend that was started. */
export interface StartedCommand {
  /** Resolves when the command has ended. */
  readonly ended: Promise<void>;
  /** How it has ended; null while it runs. */
  readonly how: () => string | null;
  /** The last that it said. */
  readonly said: () => string;
  /** Ends it. */
  readonly stop: () => Promise<void>;
}

/** Runs it in a shell, with these variables beside those that are set. */
export function startCommand(command: string, variables: Readonly<Record<string, string>>): StartedCommand {
  const windows = process.platform === 'win32';
  // A group of its own, so that what the shell has started ends with it.
  const child = spawn(command, {
    shell: true,
    detached: !windows,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      said = (said + text).slice(-KEPT);
    });
  }
  let how: string | null = null;
  const ended = new Promise<void>((resolve) => {
    child.once('error', ({ message }) => {
      how = message;
      resolve();
    });
    child.once('close', (code, signal) => {
      how = `the command ended with ${signal ?? String(code)}`;
      resolve();
    });
  });
  return {
    ended,
    how: () => how,
    said: () => said.trim(),
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) end(child.pid, windows);
      await ended;
    },
  };
}

function end(pid: number, windows: boolean): void {
  try {
    if (windows) spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-pid, 'SIGTERM');
  } catch (error) {
    // It has ended in this very moment.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ESRCH') throw error;
  }
}
