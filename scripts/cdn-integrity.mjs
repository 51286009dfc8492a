/**
 * Hashes the files for pages without a build: `dist/cdn/integrity.json` for programs, `dist/cdn/tags.html` to be copied. The list is
 * what the build has made. `--base https://…/` or `--base /…/` names where you serve them from.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail } from './fail.mjs';
import { root } from './run.mjs';

const CDN = join(root, 'dist/cdn');

/** The file a page names; it fetches all others. */
const ENTRY = 'billing-checkout.js';

/** Nobody serves it yet: the package is not published. `.example` can never be somebody's host. */
const HOST = 'https://cdn.example';

/** `sha384-…`, as `integrity` takes it. */
const toHash = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** What is in dist/cdn: version, versioned address, entry, and the hash of each script by its path. */
export function readIntegrity(base) {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const paths = readdirSync(CDN, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.js'))
    .sort();
  const files = Object.fromEntries(paths.map((path) => [path, toHash(join(CDN, path))]));
  return { version, base: base ?? `${HOST}/${name}@${version}/dist/cdn/`, entry: ENTRY, files };
}

/** The tags of a page. The import map comes first: what is fetched before it is not looked at, and what is not in it neither. */
export function toTags({ base, entry, files }) {
  const late = Object.entries(files).filter(([path]) => path !== entry);
  const integrity = Object.fromEntries(late.map(([path, hash]) => [base + path, hash]));
  return `<script type="importmap">
${JSON.stringify({ integrity }, null, 2)}
</script>
<script
  type="module"
  src="${base}${entry}"
  integrity="${files[entry]}"
  crossorigin="anonymous"
></script>
`;
}

/** Writes both files, and prints the one line that matters. */
export function writeIntegrity(base) {
  const all = readIntegrity(base);
  writeFileSync(join(CDN, 'integrity.json'), `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(join(CDN, 'tags.html'), toTags(all));
  console.log(`${all.base}${all.entry}
  integrity="${all.files[all.entry]}"
  and ${Object.keys(all.files).length - 1} files beside it: dist/cdn/integrity.json, ready to copy in dist/cdn/tags.html`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [flag, base, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (flag !== undefined && flag !== '--base')) fail('Usage: npm run cdn -- --base https://…/');
  if (flag && !(base?.endsWith('/') && (base.startsWith('/') || URL.canParse(base))))
    fail(
      `--base is ${base ?? 'missing'}: give the address of the folder, https://…/ or /…/, with its slash at the end.`,
    );
  writeIntegrity(base);
}
