/** `npm run cards -- --cards N`: how many stolen cards are tried at Stripe, without the recipe against card testing and with it. */
import './check-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { fail } from './fail.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './run.mjs';

const { values } = parseArgs({
  options: { cards: { type: 'string', default: '500' }, 'no-build': { type: 'boolean' } },
});
const cards = Number(values.cards);
if (!Number.isInteger(cards) || cards < 1)
  fail('--cards is a whole number. Use: npm run cards -- [--cards N] [--no-build]');

if (values['no-build'] !== true) {
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
  const { measureCards } = await vite.ssrLoadModule('/test/cards/attack.ts');
  const result = await measureCards(cards, (line) => console.log(line));
  code = result.code;
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(join(root, '.tmp/cards.json'), JSON.stringify(result.figures, null, 2));
} finally {
  await vite.close();
}
process.exit(code);
