/** What the docs site adds to its pages is true: the tags of this build, a link check that finds what leads nowhere. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Comment, CommentTag } from 'typedoc';
import { expect, it } from 'vitest';
import { findBrokenLinks } from '../../scripts/docs/check-links.mjs';
import { fillTags } from '../../scripts/docs/fill-tags.mjs';
import { groupTags } from '../../scripts/docs/group-tags.mjs';
import { listPages } from '../../scripts/docs/pages.mjs';
import { PAGES, readPage } from '../support/read-docs.js';

const root = join(import.meta.dirname, '../..');

it('shows the versioned address and the hashes of this build', async () => {
  const page = readPage('docs/cdn.md');
  const [before = '', after = ''] = page.split(/(?=```html\n<script type="importmap">)/);
  const parts = [
    { kind: 'text', text: before },
    { kind: 'code', text: after },
  ];
  fillTags(parts);
  const { base, entry, files } = JSON.parse(await readFile(join(root, 'dist/cdn/integrity.json'), 'utf8')) as {
    readonly base: string;
    readonly entry: string;
    readonly files: Readonly<Record<string, string>>;
  };
  expect(parts[1]?.text).toContain(`src="${base}${entry}"\n  integrity="${files[entry] ?? ''}"`);
  for (const [path, hash] of Object.entries(files).filter(([each]) => each !== entry))
    expect(parts[1]?.text).toContain(`"${base}${path}": "${hash}"`);
});

it('has every page for people who use this', () => {
  const site = [...listPages().keys(), 'README.md'];
  expect(PAGES.filter((page) => !site.includes(page))).toEqual([]);
});

it('finds links that lead nowhere', async () => {
  const site = await mkdtemp(join(tmpdir(), 'billing-site-'));
  const links = [
    'b.html',
    'b.html#there',
    '#here',
    'https://example.com/',
    'b.html#gone',
    'c.html',
    '#gone',
    'https://',
    '/b.html',
  ];
  await writeFile(join(site, 'a.html'), links.map((link) => `<a id="here" href="${link}">x</a>`).join(''));
  await writeFile(join(site, 'b.html'), '<h1 id="there">B</h1>');
  expect(findBrokenLinks(site)).toEqual(links.slice(4).map((link) => `a.html: ${link}`));
  await rm(site, { recursive: true });
});

it('lists what an element has of a kind under one heading', () => {
  const tag = (name: `@${string}`, text: string): CommentTag => new CommentTag(name, [{ kind: 'text', text }]);
  const comment = new Comment(
    [],
    [
      tag('@slot', '- Above the form.'),
      tag('@slot', 'legal - Below the button - after the terms.'),
      tag('@cssprop', '[--billing-gap=1rem] - Space.'),
      tag('@fires', '{CustomEvent<ReadyDetail>} billing-ready - Fields can be used.'),
    ],
  );
  groupTags(comment);
  expect(comment.blockTags.map(({ tag: name, content }) => [name, content.map(({ text }) => text).join('')])).toEqual([
    ['@slots', '- Without a name: Above the form.\n- `legal`: Below the button - after the terms.\n'],
    ['@tokens', '- `--billing-gap`, `1rem`: Space.\n'],
    ['@events', '- `billing-ready`: Fields can be used.\n'],
  ]);
});
