/** Each door of the exports map opens where it should, brings along what it should, and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { rollup } from 'rollup';
import { describe, expect, it } from 'vitest';
import { foreignTo } from './support/foreign-to.js';

const root = join(import.meta.dirname, '../..');

interface Door {
  readonly types?: string;
  readonly browser?: null;
  readonly default: string;
}
const { exports: doors, sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, Door>>;
  readonly sideEffects: readonly string[];
};
/** Doors of many files; each file is held by the gate of words. */
const isMany = (door: string): boolean => door.endsWith('*');
const modules = Object.entries(doors).filter(([name, { types }]) => types !== undefined && !isMany(name));
const closed = modules.filter(([, { browser }]) => browser === null).map(([name]) => name);
const open = modules.filter(([, { browser }]) => browser === undefined).map(([name]) => name);
const toSpecifier = (door: string): string => `billing-checkout${door.slice(1)}`;

const TESTING = /[\\/]dist[\\/]testing[\\/]/;
/** Packages that each door may bring. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '.': ['@lit/reactive-element', '@stripe/stripe-js', 'lit', 'lit-element', 'lit-html', 'zod'],
  './element': ['@lit/reactive-element', '@stripe/stripe-js', 'lit', 'lit-element', 'lit-html', 'zod'],
  './headless': ['@stripe/stripe-js', 'zod'],
  './contract': ['zod'],
  './experiment': [],
  './testing': ['zod'],
  './testing/msw': ['hono', 'qs-esm', 'zod'],
  './react': ['@lit/reactive-element', '@stripe/stripe-js', 'lit', 'lit-element', 'lit-html', 'zod'],
  ...Object.fromEntries(['preact', 'react', 'solid', 'svelte', 'vue'].map((name) => [`./tags/${name}`, []])),
};

/** Bundles code as a page's bundler would; resolves to its modules and its text. */
async function bundle(code: string, treeshake = true): Promise<{ ids: string[]; code: string }> {
  const built = await rollup({
    input: 'entry',
    treeshake,
    // A page's own, and no ES module.
    external: ['react', 'msw'],
    onwarn: ({ code: warning, message }) => {
      if (warning === 'UNRESOLVED_IMPORT' || warning === 'MISSING_EXPORT') throw new Error(message);
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? join(root, 'entry.js') : null),
        load: (id) => (id === join(root, 'entry.js') ? code : null),
      },
      resolve({ browser: true, exportConditions: ['browser'] }),
    ],
  });
  const { output } = await built.generate({ format: 'es' });
  await built.close();
  return {
    ids: output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : [])),
    code: output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n'),
  };
}

const toPackage = (id: string): string => /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1] ?? '';

describe('the exports map', () => {
  it('names files that are there, types first and a default last', () => {
    for (const [name, door] of Object.entries(doors)) {
      expect(Object.keys(door).at(-1), name).toBe('default');
      if (door.types !== undefined) expect(Object.keys(door)[0], name).toBe('types');
      for (const path of [door.types, door.default]) {
        const file = path?.replace('*', 'de');
        if (file) expect(existsSync(join(root, file)), file).toBe(true);
      }
    }
  });

  it('closes the doors of servers to browsers', () => {
    expect(closed.sort()).toEqual(['./report', './server', './simulator']);
    expect(open.sort()).toEqual(Object.keys(PACKAGES).sort());
  });
});

describe.each(open)('%s, in a page', (door) => {
  it('brings no foreign module', async () => {
    const { ids } = await bundle(`export * from '${toSpecifier(door)}';`, false);
    expect(ids.filter((id) => foreignTo(door).test(id))).toEqual([]);
    expect(ids.some((id) => TESTING.test(id))).toBe(door.startsWith('./testing'));
    expect(ids.filter((id) => builtinModules.includes(id.replace(/^node:/, '')))).toEqual([]);
    const packages = new Set(ids.filter((id) => id.includes('node_modules')).map(toPackage));
    expect([...packages].sort()).toEqual(PACKAGES[door]);
  });
});

it.each(closed)('%s cannot be bundled for a page', async (door) => {
  await expect(bundle(`export * from '${toSpecifier(door)}';`)).rejects.toThrow();
});

it.each(modules.map(([name]) => name))('%s can be imported in plain Node', async (door) => {
  const names = Object.keys((await import(toSpecifier(door))) as object);
  // Doors of tags are there for their types.
  if (door.startsWith('./tags/')) expect(names).toEqual([]);
  else expect(names.length).toBeGreaterThan(0);
});

it('./react renders on a server, without a browser', async () => {
  const { BillingCheckout } = await import('billing-checkout/react');
  const html = renderToString(createElement(BillingCheckout, { price: 'pro', quantity: 2, disabled: true }));
  expect(html).toBe(
    '<billing-checkout price="pro" quantity="2" disabled="" loading="manual"><div slot="payment"></div><div slot="address"></div></billing-checkout>',
  );
});

it('a catalog brings its words and nothing else', async () => {
  const { ids, code } = await bundle("export { messages } from 'billing-checkout/locales/pt-BR';");
  expect(ids.filter((id) => /node_modules|billing-checkout\.js/.test(id))).toEqual([]);
  expect(code).toContain('Endereço de cobrança');
});

describe('side effects', () => {
  it('are named exactly: what is not used of a door is gone', async () => {
    const { code } = await bundle(
      ['./element', './headless', './contract', './experiment']
        .map((door) => `import '${toSpecifier(door)}';`)
        .join('\n'),
    );
    expect(code.trim()).toBe('');
  });

  it('of the main door register the element', async () => {
    const { code } = await bundle("import 'billing-checkout';");
    expect(code).toContain("customElements.define('billing-checkout'");
  });

  it('are of files that are there', () => {
    for (const path of sideEffects.filter((each) => !each.includes('*')))
      expect(existsSync(join(root, path)), path).toBe(true);
  });
});
