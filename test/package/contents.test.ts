/** What npm would publish: every file has its reason, and every module of ours its source. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Paths that npm would publish of what lies in dist. */
function listPacked(): readonly string[] {
  const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  // An array, or by name: npm has changed its mind.
  const [told] = Object.values(
    JSON.parse(said) as Readonly<Record<string, { readonly files: readonly { readonly path: string }[] }>>,
  );
  return (told?.files ?? []).map(({ path }) => path).sort();
}

const packed = listPacked();

/** What is made by steps of the build, or written by hand, and why it is published. */
const MADE = [
  ['what npm and its readers read', /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/],
  ['licenses of what is bundled', /^dist\/third-party-licenses\.txt$/],
  ['the element, for editors', /^dist\/(?:custom-elements|vscode\.(?:html|css)-custom-data|web-types)\.json$/],
  ['the contract, for programs', /^dist\/openapi\.json$/],
  [
    'the element and its words, for pages without a build',
    /^dist\/cdn\/(?:locales\/(?:extra\/|later\/)?)?[A-Za-z-]+\.js$/,
  ],
  ['its maps', /^dist\/cdn\/[a-z-]+\.js\.map$/],
  ['its hashes, and tags to copy', /^dist\/cdn\/(?:integrity\.json|tags\.html)$/],
  ['the element, where there is no page', /^dist\/edge\/(?:element|index|react)\.js$/],
  ["queries for Stripe's Sigma", /^dist\/report\/sigma\/[a-z-]+\.sql$/],
  ["the local Stripe's scripts", /^dist\/simulator\/assets\/(?:stripe|frames\/[a-z]+|pages\/[a-z]+)\.js$/],
] as const;

const isMade = (path: string): boolean => MADE.some(([, pattern]) => pattern.test(path));

it('has nothing that is not listed here, and all that is', () => {
  for (const [reason, pattern] of MADE)
    expect(
      packed.some((path) => pattern.test(path)),
      reason,
    ).toBe(true);
  const modules = /^dist\/(?:[a-z-]+\/)*[A-Za-z0-9-]+(?:\.d\.ts|\.js)$/;
  expect(packed.filter((path) => !isMade(path) && !modules.test(path))).toEqual([]);
});

it('has each module of the sources with its types, and none without a source', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => `dist/${path.replaceAll('\\', '/').replace(/\.ts$/, '')}`);
  const rest = packed.filter((path) => !isMade(path));
  const stale = 'What is gone from the sources is gone from dist after: npm run build -- --clean';
  for (const ending of ['.js', '.d.ts'])
    expect(
      rest.flatMap((path) => (path.endsWith(ending) ? [path.slice(0, -ending.length)] : [])).sort(),
      stale,
    ).toEqual(sources.toSorted());
});

it('has no map of nothing', () => {
  const maps = packed.filter((path) => path.endsWith('.map'));
  const mapped = packed.filter(
    (path) => path.endsWith('.js') && readFileSync(join(root, path), 'utf8').includes('\n//# sourceMappingURL='),
  );
  expect(maps).toEqual(mapped.map((path) => `${path}.map`));
});
