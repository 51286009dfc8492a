/** Makes the playground's scripts, classic files for any folder: one with the built element, its languages and the testing kit, one with a shop for pages without a server. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

/** Resolves to the text of one: `main`, or `shop-in-page`, which has to be there before it. */
export async function bundlePlayground(name = 'main') {
  const { outputFiles } = await build({
    entryPoints: [join(root, `examples/playground/${name}.js`)],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    // The server's adapter for Node is left out as nobody uses it.
    external: ['node:*'],
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
