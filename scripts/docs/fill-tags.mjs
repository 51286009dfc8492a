/** Puts the tags of this very build into the page on files without a build, in the place of those that show their form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../fail.mjs';
import { root } from '../run.mjs';

/** @param parts - The page as typedoc has read it: the block is the first code after the mark. */
export function fillTags(parts) {
  const mark = parts.findIndex(({ text }) => text.includes('<!-- tags:'));
  const block = parts.slice(mark + 1).find(({ kind }) => kind === 'code');
  if (mark < 0 || !block) fail('docs/cdn.md has no place for the tags: <!-- tags: … -->, and a block of code.');
  block.text = `\`\`\`html\n${readFileSync(join(root, 'dist/cdn/tags.html'), 'utf8')}\`\`\``;
}
