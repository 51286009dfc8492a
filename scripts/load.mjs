/** `npm run load`: customers who buy from two processes of the example server, past what it can serve, and while one of them stops. */
import './check-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { fail } from './fail.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './run.mjs';

const USAGE = 'npm run load -- [--checkouts N] [--customers N] [--connections N] [--seconds N] [--no-build]';

function readArguments() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: { checkouts: text, customers: text, connections: text, seconds: text, 'no-build': { type: 'boolean' } },
    });
    const whole = (name, otherwise) => {
      const value = values[name] === undefined ? otherwise : Number(values[name]);
      if (!Number.isInteger(value) || value < 1) fail(`--${name} is a whole number. Use: ${USAGE}`);
      return value;
    };
    return {
      checkouts: whole('checkouts', 1_000),
      customers: whole('customers', 20),
      connections: whole('connections', 200),
      seconds: whole('seconds', 10),
      built: values['no-build'] === true,
    };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { built, ...asked } = readArguments();
if (!built) {
  await installPackages();
  const { build } = await import('./build.mjs');
  await build();
}
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
  const { load } = await vite.ssrLoadModule('/test/load/support/main.ts');
  const result = await load({ ...asked, print: (line) => console.log(line) });
  code = result.code;
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(join(root, '.tmp/load.json'), JSON.stringify(result.figures, null, 2));
} finally {
  await vite.close();
}
process.exit(code);
