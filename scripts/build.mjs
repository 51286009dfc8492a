/**
 * Builds everything into dist: modules, the Sigma queries, the simulator's browser files, the files for pages without a build and
 * their hashes, the OpenAPI document, the custom-elements manifest and what editors read of it. `--clean` begins with an empty dist,
 * as publishing does.
 */
import { chmodSync, cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail } from './fail.mjs';
import { root, runNode } from './run.mjs';

const at = (path) => join(root, path);

/** Runs the compiler; its notes about what it has emitted mean nothing once dist is gone. */
async function compile() {
  if (!existsSync(at('dist/contract/index.js')))
    rmSync(at('node_modules/.cache/tsc'), { recursive: true, force: true });
  const code = await runNode([at('node_modules/typescript/bin/tsc'), '-p', at('tsconfig.build.json')]);
  if (code !== 0) fail('The build failed: mend the types above.');
}

/** Builds what the compiler does not. */
export async function build() {
  await compile();
  chmodSync(at('dist/cli/main.js'), 0o755);
  cpSync(at('src/report/sigma'), at('dist/report/sigma'), { recursive: true });
  if (existsSync(at('scripts/bundle-simulator.mjs'))) {
    const { bundleSimulator } = await import('./bundle-simulator.mjs');
    await bundleSimulator();
  }
  const { bundleBorrowed } = await import('./bundle-borrowed.mjs');
  await bundleBorrowed();
  const { bundleEdge } = await import('./bundle-edge.mjs');
  await bundleEdge();
  // What was beside the entry before is not beside this one.
  rmSync(at('dist/cdn'), { recursive: true, force: true });
  if (existsSync(at('rollup.config.mjs'))) {
    const code = await runNode([at('node_modules/rollup/dist/bin/rollup'), '-c', at('rollup.config.mjs'), '--silent']);
    if (code !== 0) fail('The build failed: rollup says why above.');
  }
  const { bundleLocales } = await import('./bundle-locales.mjs');
  await bundleLocales();
  const { writeIntegrity } = await import('./cdn-integrity.mjs');
  writeIntegrity();
  const { writeOpenApi } = await import('./openapi.mjs');
  await writeOpenApi();
  const { writeManifest } = await import('./manifest.mjs');
  await writeManifest();
  const { writeEditorData } = await import('./editor-data.mjs');
  writeEditorData();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--clean')) rmSync(at('dist'), { recursive: true, force: true });
  await build();
}
