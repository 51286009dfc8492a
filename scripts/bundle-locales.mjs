/** Makes the catalogs' files for pages without a build: `dist/cdn/locales/`, one file each, sharing no module with the entry. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { transformWithEsbuild } from 'vite';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Where the parts of a catalog go: the form's words are `locales/de.js`. */
const FOLDERS = { form: '', later: 'later', extra: 'extra' };

export async function bundleLocales() {
  for (const [part, folder] of Object.entries(FOLDERS)) {
    const from = join(dist, 'element/locales', part);
    for (const name of readdirSync(from).filter((each) => each.endsWith('.js'))) {
      const bundle = await rollup({ input: join(from, name) });
      const { output } = await bundle.generate({ format: 'es' });
      await bundle.close();
      const { code } = await transformWithEsbuild(output[0].code, name, {
        minify: true,
        charset: 'utf8',
        target: 'es2022',
        sourcemap: false,
      });
      const file = join(dist, 'cdn/locales', folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, code);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleLocales();
