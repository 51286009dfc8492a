/** Each door is bundled by each bundler: in pages nothing foreign comes along and servers stay outside, in servers all is there. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as buildWithEsbuild } from 'esbuild';
import { build as buildWithVite } from 'vite';
import webpack from 'webpack';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignTo } from './support/foreign-to.js';

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.tmp', `bundlers-${process.pid}`);

interface Door {
  readonly types?: string;
  readonly browser?: null;
}
const {
  exports: doors,
  dependencies,
  peerDependencies,
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, Door>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const modules = Object.entries(doors).filter(([name, { types }]) => types !== undefined && !name.endsWith('*'));
const open = modules.filter(([, { browser }]) => browser === undefined).map(([name]) => name);
const closed = modules.filter(([, { browser }]) => browser === null).map(([name]) => name);
const toSpecifier = (door: string): string => `billing-checkout${door.slice(1)}`;

/** Where the bundle runs. */
type Target = 'page' | 'server';

/** What is there already: a page's own; in servers every package. */
const EXTERNAL: Readonly<Record<Target, readonly string[]>> = {
  page: ['react', 'react-dom', 'msw'],
  server: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
};

interface Bundle {
  readonly ids: readonly string[];
  /** The file that the door has become; what it loads on demand lies beside it. */
  readonly entry: string;
}

let bundles = 0;

/** A module that takes all of a door, and a folder for what is made of it. */
function begin(door: string): { readonly file: string; readonly out: string; readonly entry: string } {
  const out = join(folder, String((bundles += 1)));
  mkdirSync(out);
  const file = `${out}.js`;
  writeFileSync(file, `export * from '${toSpecifier(door)}';\n`);
  return { file, out, entry: join(out, 'index.mjs') };
}

async function withEsbuild(door: string, target: Target = 'page'): Promise<Bundle> {
  const { file, entry } = begin(door);
  const { metafile } = await buildWithEsbuild({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    platform: target === 'page' ? 'browser' : 'node',
    external: [...EXTERNAL[target]],
    outfile: entry,
    metafile: true,
    logLevel: 'silent',
  });
  return { ids: Object.keys(metafile.inputs), entry };
}

async function withVite(door: string, target: Target = 'page'): Promise<Bundle> {
  const { file, out, entry } = begin(door);
  const built = await buildWithVite({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    // For servers it leaves every package outside that it is not told of.
    ssr: { noExternal: ['billing-checkout'] },
    build: {
      outDir: out,
      minify: false,
      ssr: target === 'server',
      lib: { entry: file, formats: ['es'], fileName: () => 'index.mjs' },
      rollupOptions: { external: [...EXTERNAL[target]], output: { entryFileNames: 'index.mjs' } },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return { ids: chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])), entry };
}

async function withWebpack(door: string, target: Target = 'page'): Promise<Bundle> {
  const { file, out, entry } = begin(door);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: file,
    target: target === 'page' ? 'web' : 'node20',
    experiments: { outputModule: true },
    externals: Object.fromEntries(EXTERNAL[target].map((name) => [name, `module ${name}`])),
    optimization: { minimize: false },
    output: { path: out, filename: 'index.mjs', chunkFilename: '[id].mjs', library: { type: 'module' } },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        const [first] = stats?.compilation.errors ?? [];
        if (error !== null || first !== undefined || stats === undefined) {
          reject(error ?? first ?? new Error('webpack said nothing.'));
          return;
        }
        resolve({ ids: [...stats.compilation.modules].map((one) => one.identifier()), entry });
      });
    });
  });
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const namesIn = async ({ entry }: Bundle): Promise<readonly string[]> =>
  Object.keys((await import(pathToFileURL(entry).href)) as object).sort();
const namesBehind = async (door: string): Promise<readonly string[]> =>
  Object.keys((await import(toSpecifier(door))) as object).sort();

const BUNDLERS = [
  ['esbuild', withEsbuild],
  ['vite', withVite],
  ['webpack', withWebpack],
] as const;

describe.each(BUNDLERS)('with %s', (_, bundle) => {
  it.each(open)('%s brings nothing foreign', async (door) => {
    const { ids, entry } = await bundle(door);
    expect(ids.filter((id) => foreignTo(door).test(id))).toEqual([]);
    expect(ids.filter((id) => builtinModules.includes(id.replace(/^node:/, '')))).toEqual([]);
    const code = readdirSync(dirname(entry))
      .map((name) => readFileSync(join(dirname(entry), name), 'utf8'))
      .join('\n');
    if (door === '.') expect(code).toMatch(/customElements\.define\(['"]billing-checkout['"]/);
  });

  it.each(['./contract', './experiment', './headless', './locales/pt-BR'])('%s is all there', async (door) => {
    expect(await namesIn(await bundle(door))).toEqual(await namesBehind(door));
  });

  it.each(closed)('%s cannot be bundled for a page', async (door) => {
    await expect(bundle(door)).rejects.toThrow();
  });

  it.each(closed)('%s is all there in a server', async (door) => {
    expect(await namesIn(await bundle(door, 'server'))).toEqual(await namesBehind(door));
  });
});
