/** What the reference shows: the `@example` of each name that a door gives, read from its sources. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import type { Block } from './read-docs.js';

const root = join(import.meta.dirname, '../..');

/** A name that a door gives. */
export interface Shown {
  readonly name: string;
  /** Whether it is called or made, and not only read. */
  readonly called: boolean;
  readonly examples: readonly Block[];
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

/** Every name that the doors of `typedoc.json` give, with its examples. */
export function readExamples(): readonly Shown[] {
  const { entryPoints } = JSON.parse(readFileSync(join(root, 'typedoc.json'), 'utf8')) as {
    readonly entryPoints: readonly string[];
  };
  const shown = new Map<string, Shown>();
  for (const door of entryPoints) {
    const source = parse(join(root, door));
    for (const statement of source.statements) {
      const isNamed = ts.isExportDeclaration(statement) && statement.exportClause && statement.moduleSpecifier;
      if (!isNamed || !ts.isNamedExports(statement.exportClause) || !ts.isStringLiteral(statement.moduleSpecifier))
        continue;
      const file = join(dirname(source.fileName), statement.moduleSpecifier.text.replace(/\.js$/, '.ts'));
      const names = statement.exportClause.elements.map(({ name }) => name.text);
      for (const each of readNames(file, names)) shown.set(`${file}#${each.name}`, each);
    }
  }
  return [...shown.values()];
}

function readNames(file: string, names: readonly string[]): readonly Shown[] {
  const source = parse(file);
  return source.statements.flatMap((statement) => {
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
    const name = declared && 'name' in declared ? (declared.name as ts.Node).getText(source) : '';
    if (!names.includes(name)) return [];
    const made = declared && ts.isVariableDeclaration(declared) ? declared.initializer : statement;
    const called =
      made !== undefined && (ts.isFunctionDeclaration(made) || ts.isClassDeclaration(made) || ts.isArrowFunction(made));
    return [{ name, called, examples: blocksIn(source, statement) }];
  });
}

/** Blocks in the comment above a statement. */
function blocksIn(source: ts.SourceFile, statement: ts.Node): readonly Block[] {
  return ts
    .getJSDocCommentsAndTags(statement)
    .flatMap((comment) => (ts.isJSDoc(comment) ? [...(comment.tags ?? [])] : [comment]))
    .filter((tag) => !ts.isJSDoc(tag) && tag.tagName.text === 'example')
    .flatMap((tag) => {
      const text = source.text.slice(tag.pos, tag.end).replace(/^ \* ?/gm, '');
      return [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].map((found) => ({
        page: relative(root, source.fileName),
        language: found[1] ?? '',
        text: found[2] ?? '',
        line: source.text.slice(0, tag.pos).split('\n').length + text.slice(0, found.index).split('\n').length,
      }));
    });
}
