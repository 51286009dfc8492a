/** `npm run faults`: what goes wrong, at which moment, in which flow; and what the customer is left with. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { findChromium } from './find-chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './run.mjs';

const USAGE =
  'npm run faults -- [--flow NAME] [--fault NAME] [--moment NAME] [--few] [--parallel NUMBER] [--verbose] [--no-build]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        flow: { type: 'string' },
        fault: { type: 'string' },
        moment: { type: 'string' },
        parallel: { type: 'string' },
        few: { type: 'boolean' },
        verbose: { type: 'boolean' },
        'no-build': { type: 'boolean' },
      },
    });
    const parallel = Number(values.parallel ?? 3);
    if (!Number.isSafeInteger(parallel) || parallel < 1) return fail(`--parallel is a whole number. Use: ${USAGE}`);
    return { ...values, parallel };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { 'no-build': built, ...asked } = readArguments();
await installPackages();
const chromium = await findChromium();
if (!built) await (await import('./build.mjs')).build();
const { createServer } = await import('vite');
const vite = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
});
let code = 1;
try {
  const { faults } = await vite.ssrLoadModule('/test/faults/support/main.ts');
  code = await faults({ ...asked, chromium, print: (text) => console.log(text) });
} finally {
  await vite.close();
}
process.exit(code);
