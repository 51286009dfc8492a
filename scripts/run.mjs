/** Runs a program of ours, and takes it down with us. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's top folder: commands work from anywhere. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const children = new Set();

/** Ends the programs that are still running. */
export function endChildren(signal = 'SIGTERM') {
  for (const child of children) child.kill(signal);
}

/** Runs a program in the repository with our own output; resolves to its exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    children.add(child);
    const end = (code) => {
      children.delete(child);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('exit', (code) => end(code ?? 1));
  });
}

/** Runs a JavaScript file with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
