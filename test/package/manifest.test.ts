/** The manifest that editors and documentation read says what the element's code does: no more, no less. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Declaration {
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly (Named & {
    readonly kind: string;
    readonly static?: boolean;
    readonly privacy?: string;
  })[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly events: readonly Named[];
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
  BillingCheckout: { readonly properties: Readonly<Record<string, { attribute?: string | false }>> };
};

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

  it('has the properties of the class', () => {
    const fields = element.members.filter(({ kind, static: shared }) => kind === 'field' && !shared);
    expect(names(fields)).toEqual(expect.arrayContaining(Object.keys(BillingCheckout.properties)));
  });

  it('has the events that the map names', () => {
    const map = /interface BillingEventMap \{([^}]*)\}/.exec(source)?.[1] ?? '';
    expect(names(element.events)).toEqual([...map.matchAll(/'(billing-[a-z]+)'/g)].map(([, name]) => name).sort());
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
