/** What readers are shown: the pages of the docs, and the code in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Reads a page by its path from the root. */
export const readPage = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Every page for people who use this: README, docs, guides and the local Stripe's page, not the records of decisions. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'src/simulator/README.md',
  ...['docs', 'docs/guides'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];

/** A block of code in a page. */
export interface Block {
  readonly page: string;
  readonly text: string;
  /** What its fence says. */
  readonly language: string;
  /** Line of the page that its first line is, from 1. */
  readonly line: number;
}

/** The blocks of a page whose fence says exactly `language`. */
export function blocksOf(page: string, language: string): readonly Block[] {
  const text = readPage(page);
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((found) => ({
    page,
    text: found[1] ?? '',
    language,
    line: text.slice(0, found.index).split('\n').length + 1,
  }));
}

/** The blocks of every page. */
export const allBlocks = (language: string): readonly Block[] => PAGES.flatMap((page) => blocksOf(page, language));
