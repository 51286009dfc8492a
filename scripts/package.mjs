/** Packs what would be published, without publishing, and has two tools look at it: publint, and are the types wrong. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root, runNode } from './run.mjs';

/** One file for pages without a build: it has no types. */
const UNTYPED = 'dist/cdn/billing-checkout.js';

const folder = mkdtempSync(join(tmpdir(), 'billing-package-'));
let good = false;
try {
  // What lies in dist is packed as it is: building anew would pull it away from under other steps.
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ filename }] = Object.values(JSON.parse(packed));
  const file = join(folder, filename);
  const tool = (path, ...args) => runNode([join(root, 'node_modules', path), ...args]);
  const lint = await tool('publint/src/cli.js', file, '--strict');
  const types = await tool(
    '@arethetypeswrong/cli/dist/index.js',
    file,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--exclude-entrypoints',
    UNTYPED,
  );
  good = lint === 0 && types === 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (!good) fail('The package would not work everywhere: mend what is said above.');
