/** Runs a measure that is written in TypeScript, under `test`, as it is: no build of it is waited for. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './install-packages.mjs';
import { root } from './run.mjs';

/**
 * Sets up what is missing, loads the module and has it run; ends this process with its exit code. What is run answers with a code, or
 * with a code and `figures`, which are written to `.tmp/<name>.json`.
 */
export async function runSource(path, run, { plugins = [], build = false, name } = {}) {
  await installPackages();
  if (build) await (await import('./build.mjs')).build();
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: false,
    root,
    plugins,
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  let code = 1;
  try {
    const result = await run(await vite.ssrLoadModule(path));
    code = typeof result === 'number' ? result : result.code;
    if (name !== undefined) {
      mkdirSync(join(root, '.tmp'), { recursive: true });
      writeFileSync(join(root, `.tmp/${name}.json`), JSON.stringify(result.figures, null, 2));
    }
  } finally {
    await vite.close();
  }
  process.exit(code);
}
