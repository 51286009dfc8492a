/** Reads the built script and frames from `dist/simulator/assets`, from wherever this module runs. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asset } from './asset.js';

// As a path: webpack takes a `new URL` of this module for something to bundle.
const here = dirname(fileURLToPath(import.meta.url));

/** From `dist/simulator/script`, or from `src/simulator/script` in tests. */
const places = [join(here, '../assets'), join(here, '../../../dist/simulator/assets')];

export async function readAssets(name: string): Promise<Asset | undefined> {
  if (!/^((frames|pages)\/)?[a-z]+\.js$/.test(name)) return undefined;
  for (const place of places) {
    try {
      return { body: await readFile(join(place, name), 'utf8'), type: 'text/javascript; charset=utf-8' };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}
