/** What editors read says what the manifest says, which another test holds to the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, 'dist', file), 'utf8'));

interface Named {
  readonly name: string;
  readonly description?: string;
}
interface Member extends Named {
  readonly kind: string;
  readonly static?: boolean;
}
interface Declaration {
  readonly members: readonly Member[];
  readonly customElement?: boolean;
  readonly attributes: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
}

const manifest = read('custom-elements.json') as { modules: readonly { declarations: readonly Declaration[] }[] };
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ customElement }) => customElement)!;
const names = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).sort();

it('VS Code completes the tag, its attributes and their values, tokens and parts', () => {
  const html = read('vscode.html-custom-data.json') as {
    tags: readonly (Named & { attributes: readonly (Named & { values?: readonly Named[] })[] })[];
  };
  const css = read('vscode.css-custom-data.json') as {
    properties: readonly Named[];
    pseudoElements: readonly Named[];
  };
  const [tag] = html.tags;
  expect(tag?.name).toBe('billing-checkout');
  expect(names(tag?.attributes)).toEqual(names(element.attributes));
  expect(tag?.attributes.every(({ description }) => description)).toBe(true);
  expect(names(tag?.attributes.find(({ name }) => name === 'theme')?.values)).toEqual(['auto', 'dark', 'light']);
  expect(names(css.properties)).toEqual(names(element.cssProperties));
  expect(names(css.pseudoElements)).toEqual(names(element.cssParts).map((part) => `::part(${part})`));
});

it('JetBrains completes the same, its properties, events and slots', () => {
  const types = read('web-types.json') as {
    contributions: {
      html: {
        elements: readonly (Named & {
          attributes: readonly Named[];
          slots: readonly Named[];
          js: { events: readonly Named[]; properties: readonly Named[] };
        })[];
      };
      css: { properties: readonly Named[]; 'pseudo-elements': readonly Named[] };
    };
  };
  const { css } = types.contributions;
  const [tag] = types.contributions.html.elements;
  expect(tag?.name).toBe('billing-checkout');
  expect(names(tag?.attributes)).toEqual(names(element.attributes));
  expect(names(tag?.slots)).toEqual(names(element.slots));
  expect(names(tag?.js.events)).toEqual(names(element.events));
  const fields = element.members.filter(({ kind, static: shared }) => kind === 'field' && !shared);
  expect(names(tag?.js.properties)).toEqual(names(fields));
  expect(names(css.properties)).toEqual(names(element.cssProperties));
  expect(names(css['pseudo-elements'])).toEqual(names(element.cssParts).map((part) => `part(${part})`));
});
