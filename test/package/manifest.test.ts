/** The manifest that editors and documentation read says what the element's code does: no more, no less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Typed extends Named {
  readonly type: { readonly text: string };
}
interface Declaration {
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly attributes: readonly (Typed & { readonly fieldName: string })[];
  readonly members: readonly (Named & {
    readonly kind: string;
    readonly static?: boolean;
    readonly privacy?: string;
    readonly readonly?: boolean;
  })[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly events: readonly Typed[];
}

const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
};
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ customElement }) => customElement)!;

/** The element's own source: its class, sections and styles. */
const source = readdirSync(join(root, 'src/element'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, 'src/element', path), 'utf8').replace(/\/\*[^]*?\*\//g, ''))
  .join('\n');

const all = (pattern: RegExp): string[] =>
  [...new Set([...source.matchAll(pattern)].map(([, name = '']) => name))].sort();
const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();

/** Lit's own reading of the class, in the built code: importing it registers nothing. */
const { BillingCheckout } = (await import(join(root, 'dist/element/index.js'))) as {
  BillingCheckout: {
    readonly properties: Readonly<Record<string, { attribute?: string | false }>>;
    readonly observedAttributes: readonly string[];
    readonly prototype: object;
  };
};

/** What the class has beside what Lit has, and may be used: not what it calls internal, though it is not private. */
function surface(): readonly (readonly [string, PropertyDescriptor])[] {
  // Lit adds the properties when it is first asked for them.
  expect(BillingCheckout.observedAttributes).not.toEqual([]);
  const { prototype } = BillingCheckout;
  const inherited = Object.getPrototypeOf(prototype) as object;
  const written = readFileSync(join(root, 'src/element/billing-checkout.ts'), 'utf8');
  const internal = [...written.matchAll(/@internal[^\n]*\*\/\n\s*(?:get )?(\w+)/g)].map(([, name]) => name);
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
    ([name]) => name !== 'constructor' && !(name in inherited) && !internal.includes(name),
  );
}

/** Types that stand for a choice of words, in the sources of the element and of what is left of it. */
const choices = new Map(
  ['core', 'element', 'headless'].flatMap((room) =>
    readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => {
        const text = readFileSync(join(root, 'src', room, path), 'utf8');
        return [...text.matchAll(/^export type (\w+) =\s*((?:[\s|]*'[^']+')+);/gm)];
      })
      .map(([, name = '', words = '']) => [name, [...words.matchAll(/'[^']+'/g)].join(' | ')] as const),
  ),
);

/** Properties as the class declares them, with their types. */
const declared = new Map(
  [...source.matchAll(/^ {2}declare (\w+): ([^;]+);/gm)].map(([, name = '', type = '']) => [
    name,
    type.replace(/\b[A-Z]\w+/g, (alias) => choices.get(alias) ?? alias),
  ]),
);

describe('custom-elements.json', () => {
  it('is about billing-checkout, at the path that is published', () => {
    expect(element.tagName).toBe('billing-checkout');
    expect(manifest.modules.map(({ path }) => path)).toContain('dist/element/billing-checkout.js');
  });

  it('has the attributes that the class observes', () => {
    const observed = Object.entries(BillingCheckout.properties).flatMap(([property, { attribute }]) =>
      attribute === false ? [] : [[attribute ?? property.toLowerCase(), property]],
    );
    expect(element.attributes.map(({ name, fieldName }) => [name, fieldName]).sort()).toEqual(observed.sort());
  });

  it('has the properties of the class, and says which can only be read', () => {
    const fields = element.members.filter(({ kind, static: shared }) => kind === 'field' && !shared);
    const fixed = surface().flatMap(([name, own]) => (own.get !== undefined && own.set === undefined ? [name] : []));
    expect(names(fields.filter(({ readonly }) => readonly))).toEqual(fixed.sort());
    expect(names(fields.filter(({ readonly }) => !readonly))).toEqual([...declared.keys()].sort());
    expect([...declared.keys()]).toEqual(expect.arrayContaining(Object.keys(BillingCheckout.properties)));
  });

  it('has the methods of the class', () => {
    const methods = surface().flatMap(([name, { value }]) => (typeof value === 'function' ? [name] : []));
    expect(names(element.members.filter(({ kind }) => kind === 'method'))).toEqual(methods.sort());
  });

  it('has the values of attributes that the class declares', () => {
    for (const { name, fieldName, type } of element.attributes) expect(type.text, name).toBe(declared.get(fieldName));
  });

  it('has the events that the map names, of its types', () => {
    const map = /interface BillingEventMap \{([^}]*)\}/.exec(source)?.[1] ?? '';
    const mapped = [...map.matchAll(/'(billing-[a-z]+)': ([^;]+);/g)].map(([, name, type]) => [name, type]);
    expect(element.events.map(({ name, type }) => [name, type.text]).sort()).toEqual(mapped.sort());
  });

  it('has the slots of the templates', () => {
    const named = all(/<slot\s+name="([a-z-]+)"/g);
    const unnamed = /<slot\s*>/.test(source) ? [''] : [];
    expect(names(element.slots)).toEqual([...unnamed, ...named]);
  });

  it('has the parts of the templates', () => {
    const used = all(/\bpart="([a-z -]+)"/g).flatMap((list) => list.split(' '));
    // The section's own names are told in the description of `section`.
    const documented = element.cssParts.flatMap(({ name, description = '' }) => [
      name,
      ...[...description.matchAll(/`([a-z-]+)`/g)].map(([, other = '']) => other),
    ]);
    expect([...new Set(used)].sort()).toEqual([...new Set(documented)].sort());
  });

  it('has the tokens of the styles, twelve at most', () => {
    expect(names(element.cssProperties)).toEqual(all(/var\(\s*(--billing-[a-z-]+)/g));
    expect(element.cssProperties.length).toBeLessThanOrEqual(12);
  });

  it('has the states that are set', () => {
    const [, set = ''] = /showStates\(this[^{]*\{([^}]*)\}/.exec(source) ?? [];
    const states = set.split(',').map((each) => each.split(':')[0]?.trim() ?? '');
    expect(names(element.cssStates)).toEqual(states.sort());
  });

  it('is told in docs/embedding.md', () => {
    const guide = readFileSync(join(root, 'docs/embedding.md'), 'utf8');
    const { attributes, slots, cssParts, cssProperties, cssStates, events } = element;
    const untold = [attributes, slots, cssParts, cssProperties, cssStates, events]
      .flat()
      .map(({ name }) => name)
      .filter((name) => name !== '' && !guide.includes(`\`${name}\``));
    expect(untold).toEqual([]);
  });

  it('has its tokens in the table of docs/theming.md, with their defaults', () => {
    const guide = readFileSync(join(root, 'docs/theming.md'), 'utf8');
    const told = [...guide.matchAll(/^\| `(--billing-[a-z-]+)`.*$/gm)];
    expect(told.map(([, name]) => name).sort()).toEqual(names(element.cssProperties));
    for (const [row, name = ''] of told) {
      const [, light, dark] = new RegExp(`var\\(${name}, light-dark\\((#\\w+), (#\\w+)\\)`).exec(source) ?? [];
      for (const value of [light, dark]) if (value !== undefined) expect(row).toContain(`\`${value}\``);
    }
  });

  it('describes everything, and nothing private', () => {
    const { attributes, slots, cssParts, cssProperties, cssStates, events } = element;
    const members = element.members.filter(({ static: shared, privacy }) => !shared && privacy !== 'protected');
    const undescribed = [attributes, members, slots, cssParts, cssProperties, cssStates, events]
      .flat()
      .filter(({ description }) => !description)
      .map(({ name }) => name);
    expect(undescribed).toEqual([]);
    expect(element.members.filter(({ name }) => name.startsWith('#'))).toEqual([]);
  });
});
