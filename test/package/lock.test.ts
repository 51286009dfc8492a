/** The lock installs the same packages everywhere: each has its hash, none is tied to one registry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Entry {
  readonly integrity?: string;
  readonly resolved?: string;
  /** A package of this repository. */
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Entry>> };
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

it('has a hash of every package and the address of none', () => {
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

it('links what is of this repository, and nothing from elsewhere', () => {
  const links = Object.entries(packages).filter(([, { link }]) => link === true);
  expect(links.filter(([, { resolved = '/' }]) => resolved !== '' && !/^(?:examples|test)\//.test(resolved))).toEqual(
    [],
  );
  expect(
    Object.keys(packages).filter((path) => !/^(?:$|node_modules\/|examples\/|test\/types\/versions\/)/.test(path)),
  ).toEqual([]);
});

it.each(['rollup', 'esbuild', 'oxc-parser', '@duckdb/node-bindings', 'next', 'sharp', 'rolldown'])(
  'has %s for every system',
  (name) => {
    const { optionalDependencies = {} } = packages[`node_modules/${name}`] ?? {};
    const missing = Object.keys(optionalDependencies).filter((each) => !(`node_modules/${each}` in packages));
    expect(missing).toEqual([]);
  },
);

it('is the lock of this package.json', () => {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    unknown
  >;
  expect(packages['']).toMatchObject({ dependencies, devDependencies, peerDependencies });
});
