/** Writes dist/openapi.json from the built contract. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

export async function writeOpenApi() {
  const { toOpenApiDocument } = await import('../dist/server/openapi-document.js');
  await writeFile(join(root, 'dist/openapi.json'), `${JSON.stringify(toOpenApiDocument(), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeOpenApi();
