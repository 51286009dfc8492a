/** Reads the built script and frames from `dist/simulator/assets`, from wherever this module runs. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Asset } from './asset.js';

/** From `dist/simulator/script`, or from `src/simulator/script` in tests. */
const places = ['../assets/', '../../../dist/simulator/assets/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

export async function readAssets(name: string): Promise<Asset | undefined> {
  if (!/^((frames|pages)\/)?[a-z]+\.js$/.test(name)) return undefined;
  for (const place of places) {
    try {
      return { body: await readFile(`${place}${name}`, 'utf8'), type: 'text/javascript; charset=utf-8' };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return undefined;
}
