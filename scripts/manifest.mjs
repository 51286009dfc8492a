/** Writes dist/custom-elements.json from the element's class. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail } from './fail.mjs';
import { root, runNode } from './run.mjs';

export async function writeManifest() {
  const code = await runNode(
    [join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet'],
    {
      quiet: true,
    },
  );
  if (code !== 0) fail('The custom-elements manifest could not be written: the analyzer says why above.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeManifest();
