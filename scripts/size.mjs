/** The `size` step: bundles each door that pages import, then holds everything against the budgets of `.size-limit.json`. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { root, runNode } from './run.mjs';

/** Doors of browsers, by the name of their bundle. */
const DOORS = {
  index: 'index.js',
  element: 'element/index.js',
  react: 'react/index.js',
  headless: 'headless/index.js',
  contract: 'contract/index.js',
  experiment: 'experiment/index.js',
};

/** What a page's bundler would put into another file, and what is the page's own. */
const apart = {
  name: 'apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /./ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(Object.entries(DOORS).map(([name, path]) => [name, join('dist', path)])),
  outdir: '.tmp/doors',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  external: ['react'],
  plugins: [apart],
  logLevel: 'error',
}).catch(() => fail('The doors could not be bundled: run `npm run build`, or mend what is named above.'));

process.exit(await runNode([join(root, 'node_modules/size-limit/bin.js'), ...process.argv.slice(2)]));
