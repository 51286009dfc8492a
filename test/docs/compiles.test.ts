/** Code in the docs compiles as a reader's would. All pages in one program: most of the time goes into what they share. */
import { expect, it } from 'vitest';
import { compileDocs } from '../support/compile-docs.js';

/** Pages whose `ts` blocks are whole modules. */
const PAGES = ['docs/events.md', 'docs/accessibility.md', 'docs/testing.md'];

/** What a reader of a recipe has installed. */
const TYPES = ['gtag.js', 'node'];

it('compiles', () => {
  expect(compileDocs(PAGES, TYPES)).toEqual([]);
}, 60_000);
