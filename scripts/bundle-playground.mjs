/** Makes the playground's script: one classic file with the built element, its languages and the testing kit, from any folder and without a server. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './run.mjs';

/** Resolves to its text. */
export async function bundlePlayground() {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'examples/playground/main.js')],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
