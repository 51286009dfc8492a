// Bundles the doors that draw for servers with web standards alone (Workers, edge runtimes): there Lit must bring its own stand-in for a DOM,
// which it does for Node only.
import { isAbsolute, join, relative } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { root } from './run.mjs';

const DIST = join(root, 'dist');

/** By their names in `dist/edge`. */
const DOORS = { index: 'index.js', element: 'element/index.js', react: 'react/index.js' };

/** What is drawn with. All else is installed where the package is. */
const isLit = (id) => /^(?:lit|@lit|@lit-labs)(?:\/|$|-)/.test(id);

/** What a page loads when it is wanted no server loads: it stays where it is. */
const late = {
  name: 'late',
  async resolveDynamicImport(specifier, importer) {
    const found = await this.resolve(specifier, importer);
    return found && { id: found.id, external: 'absolute' };
  },
};

/** Writes `dist/edge`. */
export async function bundleEdge() {
  const bundle = await rollup({
    input: Object.fromEntries(Object.entries(DOORS).map(([name, path]) => [name, join(DIST, path)])),
    external: (id) => /^[@a-z]/.test(id) && !isLit(id),
    plugins: [late, resolve({ exportConditions: ['node'] })],
    treeshake: { moduleSideEffects: (id) => /ssr-dom-shim|reactive-element|define\.js/.test(id) },
    onLog: (level, log, handler) => {
      // React's own word for bundlers is written back below; what Lit's stand-in was compiled from says `this` where there is none.
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE' && log.code !== 'THIS_IS_UNDEFINED') handler(level, log);
    },
  });
  await bundle.write({
    dir: join(DIST, 'edge'),
    format: 'es',
    paths: (id) => (isAbsolute(id) ? `../${relative(DIST, id).replaceAll('\\', '/')}` : id),
    chunkFileNames: '[name]-chunk.js',
    banner: ({ name }) => (name === 'react' ? "'use client';" : ''),
  });
  await bundle.close();
}
