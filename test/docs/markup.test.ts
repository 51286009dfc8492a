// @vitest-environment jsdom
/** Markup, styles and commands in the docs name what there is: tags, attributes and their values, slots, parts, tokens, events, scripts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { VERIFY_USAGE } from '../../src/cli/verify/read-verify-flags.js';
import { allBlocks, PAGES, readPage, type Block } from '../support/read-docs.js';

const root = join(import.meta.dirname, '../..');

interface Named {
  readonly name: string;
  readonly type?: { readonly text: string };
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly (Named & { readonly description: string })[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly events: readonly Named[];
}
const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const tag = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'billing-checkout');
if (!tag) throw new Error('The manifest has no element.');

const names = (list: readonly Named[]): ReadonlySet<string> => new Set(list.map(({ name }) => name));
const SLOTS = names(tag.slots);
const TOKENS = names(tag.cssProperties);
const STATES = names(tag.cssStates);
const EVENTS = names(tag.events);
/** The section's own names are told in its description. */
const PARTS = new Set(
  tag.cssParts.flatMap(({ name, description }) => [
    name,
    ...[...description.matchAll(/`([a-z-]+)`/g)].map(([, other = '']) => other),
  ]),
);
/** What any element takes. */
const GLOBAL = ['id', 'class', 'lang', 'dir', 'slot', 'style', 'hidden'];

/** What may be said of an attribute; null where anything may. */
function valuesOf(attribute: string): readonly string[] | null {
  const type = tag?.attributes.find(({ name }) => name === attribute)?.type?.text ?? '';
  const literals = [...type.matchAll(/'([^']+)'/g)].map(([, value = '']) => value);
  return literals.length > 0 ? literals : null;
}

const at = ({ page, line }: Block, what: string): string => `${page}:${String(line)}: ${what}`;
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Names in styles and scripts that do not exist. */
function strangersIn(block: Block): string[] {
  const { text } = block;
  const found = [
    ...all(text, /::part\(([\w-]+)\)/g).filter((name) => !PARTS.has(name)),
    ...all(text, /:state\(([\w-]+)\)/g).filter((name) => !STATES.has(name)),
    ...all(text, /(--billing-[\w-]+)/g).filter((name) => !TOKENS.has(name)),
    ...all(text, /addEventListener\(\s*'(billing-[\w-]+)'/g).filter((name) => !EVENTS.has(name)),
  ];
  return found.map((name) => at(block, name));
}

it('has html whose tags, attributes, values and slots exist', () => {
  const blocks = allBlocks('html');
  expect(blocks.length).toBeGreaterThan(10);
  const wrong = blocks.flatMap((block) => {
    const document = new DOMParser().parseFromString(block.text, 'text/html');
    const custom = [...document.querySelectorAll('*')].filter(({ localName }) => localName.includes('-'));
    return [
      ...strangersIn(block),
      ...custom
        .filter(({ localName }) => localName !== 'billing-checkout')
        .map(({ localName }) => at(block, localName)),
      ...[...document.querySelectorAll('billing-checkout')].flatMap((element) => [
        ...[...element.attributes]
          .filter(({ name, value }) => {
            if (GLOBAL.includes(name)) return false;
            const values = valuesOf(name);
            return !tag.attributes.some((each) => each.name === name) || (values !== null && !values.includes(value));
          })
          .map(({ name, value }) => at(block, `${name}="${value}"`)),
        ...[...element.children]
          .map((child) => child.getAttribute('slot') ?? '')
          .filter((slot) => !SLOTS.has(slot))
          .map((slot) => at(block, `slot="${slot}"`)),
      ]),
    ];
  });
  expect(wrong).toEqual([]);
});

it.each(['css', 'js', 'ts', 'tsx'])('has %s whose parts, states, tokens and events exist', (language) => {
  const blocks = allBlocks(language);
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.flatMap(strangersIn)).toEqual([]);
});

it('has commands that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commands = readFileSync(join(root, 'src/cli/main.ts'), 'utf8');
  const blocks = allBlocks('sh');
  expect(blocks.length).toBeGreaterThan(5);
  const wrong = blocks.flatMap((block) => [
    ...all(block.text, /npm run ([\w:-]+)/g).filter((name) => !(name in scripts)),
    ...all(block.text, /npx billing-checkout (\w+)/g).filter((name) => !commands.includes(`command === '${name}'`)),
    ...all(block.text, /npx billing-checkout verify ([^|]*)/g)
      .flatMap((flags) => all(flags, /(--[a-z-]+)/g))
      .filter((flag) => !VERIFY_USAGE.includes(flag)),
    ...all(block.text, /node ((?:scripts|examples)\/\S+)/g).filter((path) => !existsSync(join(root, path))),
  ]);
  expect(wrong).toEqual([]);
  const told = PAGES.flatMap((page) => all(readPage(page), /`npm run ([\w:-]+)[^`]*`/g));
  expect(told.filter((name) => !(name in scripts))).toEqual([]);
});
