/** Installs the packages of the lock file, when what is there is not exactly that. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root, run } from './run.mjs';

/** npm writes the second file when, and only when, an installation has finished. */
const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
};

/** Whether `node_modules` holds what the lock of this folder names. Optional packages are for other systems. */
export function isInstalled(folder = '.') {
  const wanted = readPackages(join(folder, 'package-lock.json')) ?? {};
  const present = readPackages(join(folder, 'node_modules/.package-lock.json'));
  if (present === null) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version || entry.link,
  );
}

/** Runs `npm ci` when it is needed; `folder` is one with a lock of its own. */
export async function installPackages(folder = '.') {
  if (isInstalled(folder)) return;
  console.log(`Installing ${folder === '.' ? 'packages' : `the packages of ${folder}`} (npm ci) …`);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefix', folder];
  const code = await run('npm', args, { quiet: true });
  if (code !== 0) fail('The packages could not be installed: check the network and the registry, then run `npm ci`.');
}
