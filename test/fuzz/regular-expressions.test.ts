/** No regular expression of the contract or the server can be made slow by a text: each is analyzed, none is guessed about. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findAddressFault } from '../../src/contract/address-rules.js';
import { TAX_ID_KINDS } from '../../src/contract/tax-id.js';

const root = join(import.meta.dirname, '../..');

/** Every literal in a folder's files, with the place it is at. */
function literalsIn(folder: string): { readonly place: string; readonly source: string; readonly flags: string }[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const file = ts.createSourceFile(name, readFileSync(join(root, folder, name), 'utf8'), ts.ScriptTarget.ES2022);
    const found: { place: string; source: string; flags: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        found.push({ place: `${folder}/${name}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

const made = [
  ...TAX_ID_KINDS.map(({ country, type, form }) => ({
    place: `${type} of ${country}`,
    source: form.source,
    flags: form.flags,
  })),
  { place: 'an email', source: z.regexes.email.source, flags: z.regexes.email.flags },
];

describe('regular expressions', () => {
  const all = [...literalsIn('src/contract'), ...literalsIn('src/server'), ...made];

  it('are found', () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it('take time that grows with the text and not faster', () => {
    const slow = all.filter(({ source, flags }) => checkSync(source, flags).status !== 'safe');
    expect(slow.map(({ place, source }) => `${place}: ${source}`)).toEqual([]);
  });

  it.each(['p.o. box', 'post office', 'box 1', 'postfach', ' ', 'ταχ. ', 'bo', 'a/я '])(
    'about post office boxes are quick with %j, over and over',
    (piece) => {
      const rules = { countries: null, poBoxes: false };
      const begun = performance.now();
      for (const size of [10, 1_000, 100_000])
        findAddressFault(rules, {
          country: 'US',
          line1: piece.slice(0, -1).repeat(size),
          line2: `${piece.slice(0, -1).repeat(size)}!`,
        });
      expect(performance.now() - begun).toBeLessThan(500);
    },
  );
});
