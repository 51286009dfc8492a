/** `npm run smoke`: what real Stripe does beside what the simulator does, for whoever has test keys. See docs/smoke.md. */
import './check-node.mjs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { findChromium } from './find-chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { endChildren, root } from './run.mjs';
import { readStripeKeys } from './stripe-keys.mjs';

const USAGE = 'npm run smoke -- [--simulator] [--only NAME …] [--list] [--json FILE]';

function readArguments() {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({
      allowPositionals: true,
      options: { simulator: flag, list: flag, only: { type: 'string', multiple: true }, json: { type: 'string' } },
    });
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { values, positionals } = readArguments();
// `--only a b c`: what follows the first name are names as well.
if (positionals.length > 0 && !values.only) fail(`${positionals[0]} says nothing here. Use: ${USAGE}`);
const only = [...(values.only ?? []), ...positionals];

const keys = values.simulator ? null : readStripeKeys();
if (!keys && !values.simulator && !values.list) {
  console.log(
    'No test keys, nothing to do: set STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY (and STRIPE_WEBHOOK_SECRET, if you have one) to compare with real Stripe, or use npm run smoke -- --simulator.',
  );
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren(signal);
    process.exit(130);
  });
}

await installPackages();
const chromium = values.list ? '' : await findChromium();
if (!values.list) {
  console.log('Building …');
  const { build } = await import('./build.mjs');
  await build();
}

// The checks are TypeScript: their calls are held against the official SDK's own types.
const { createServer } = await import('vite');
const vite = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
});
const { checkNames, runSmoke } = await vite.ssrLoadModule('/test/smoke/support/main.ts');
if (values.list) {
  console.log(checkNames.join('\n'));
  process.exit(0);
}
let code = 1;
try {
  const json = values.json ? resolve(values.json) : null;
  code = await runSmoke({ keys, only, json, chromium, print: (text) => console.log(text) });
} finally {
  await vite.close();
}
process.exit(code);
