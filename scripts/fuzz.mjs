/** `npm run fuzz -- --route R --requests N --seed S`: good, nearly good and hostile requests against the checkout server. */
import './check-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { fail } from './fail.mjs';
import { root } from './run.mjs';

const USAGE = 'npm run fuzz -- [--route NAME] [--requests NUMBER] [--seed NUMBER] [--path PATH]';

function readArguments() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({ options: { route: text, requests: text, seed: text, path: text } });
    const whole = (given, otherwise) => (given === undefined ? otherwise : /^-?\d+$/.test(given) ? Number(given) : NaN);
    const seed = whole(values.seed, Date.now() % 2_147_483_648);
    const requests = whole(values.requests, 10_000);
    if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(requests) || requests < 1)
      return fail(`--seed and --requests are whole numbers. Use: ${USAGE}`);
    return { ...values, seed, requests };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const asked = readArguments();

// TypeScript as it is: no build is waited for.
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
  const { fuzz } = await vite.ssrLoadModule('/test/fuzz/support/main.ts');
  const result = await fuzz({ ...asked, print: (text) => console.log(text) });
  code = result.code;
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(join(root, '.tmp/fuzz.json'), JSON.stringify(result.figures, null, 2));
} finally {
  await vite.close();
}
process.exit(code);
