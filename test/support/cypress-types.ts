/** The types of Cypress, without Cypress: its package fetches a browser when it is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const VERSION = '15.3.0';

const root = join(import.meta.dirname, '../..');

/** Gives a folder that has the package under its name. The registry is asked once; nothing of the package is run. */
export function fetchCypressTypes(): string {
  const folder = join(root, `node_modules/.cache/cypress-${VERSION}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  const pack = ['pack', `cypress@${VERSION}`, '--ignore-scripts', '--prefer-offline', '--silent'];
  const tarball = execFileSync('npm', pack, {
    cwd: made,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  }).trim();
  execFileSync('tar', ['-xzf', tarball, 'package/types', 'package/package.json'], { cwd: made });
  renameSync(join(made, 'package'), join(made, 'cypress'));
  rmSync(join(made, tarball));
  renameSync(made, folder);
  return folder;
}
