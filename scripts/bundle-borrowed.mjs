// Puts what two modules borrow into them, so that nothing is installed for them and browsers can load them as they are.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { root } from './run.mjs';

/** Modules of dist, and the packages they borrow from. */
const BORROWERS = [
  { module: 'contract/tax-checksum.js', from: 'stdnum', license: 'LICENSE.md' },
  { module: 'headless/suggest-email.js', from: '@zootools/email-spell-checker', license: 'LICENSE' },
];

/** Bundles each in its place; once bundled it borrows nothing, and stays as it is. */
export async function bundleBorrowed() {
  for (const { module } of BORROWERS) {
    const file = join(root, 'dist', module);
    const bundle = await rollup({ input: file, plugins: [resolve({ browser: true }), commonjs()], treeshake: true });
    await bundle.write({ file, format: 'es' });
    await bundle.close();
  }
  const notices = BORROWERS.map(({ module, from, license }) => {
    const text = readFileSync(join(root, 'node_modules', from, license), 'utf8').trim();
    return `${module} contains parts of ${from}:\n\n${text}\n`;
  });
  writeFileSync(join(root, 'dist/third-party-licenses.txt'), notices.join('\n\n'));
}
