/** Sets up what the tests need and runs them. */
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { installPackages } from './install-packages.mjs';
import { endChildren, root, runNode } from './run.mjs';

/** Resolves to vitest's exit code. */
export async function runTests(args, env = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      endChildren(signal);
      process.exit(130);
    });
  }
  await installPackages();
  const chromium = await findChromium();
  const { build } = await import('./build.mjs');
  await build();
  return runNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    env: { ...env, CHROMIUM_PATH: chromium },
  });
}
