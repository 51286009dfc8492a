/** Compiles the `ts` blocks of a page of the docs as readers would: strict, each a module, against our doors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** As a reader's project is set up. Our doors lead to the sources, so that nothing has to be built. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  useDefineForClassFields: true,
  paths: {
    'billing-checkout': [join(root, 'src/index.ts')],
    'billing-checkout/*': [join(root, 'src/*/index.ts')],
  },
};

/** A block of code in a page. */
interface Block {
  /** Where a module of it would lie: beside the package's own, so that its imports are found. */
  readonly file: string;
  readonly text: string;
  /** Line of the page that its first line is, from 1. */
  readonly line: number;
}

/** The blocks of a page whose fence says exactly `ts`. */
function toBlocks(page: string): Block[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((found, index) => ({
    file: join(root, `${page.replace(/\W/g, '-')}-${String(index + 1)}.ts`),
    text: `${found[1] ?? ''}\nexport {};\n`,
    line: text.slice(0, found.index).split('\n').length + 1,
  }));
}

/**
 * What the compiler says of the pages' blocks, each as `docs/page.md:12: message`. Fails when a page has no block:
 * a test of nothing tests nothing.
 *
 * @param types - Packages of `@types` whose globals a reader would have.
 */
export function compileDocs(pages: readonly string[], types: readonly string[] = []): readonly string[] {
  const blocks = new Map<string, Block & { readonly page: string }>();
  for (const page of pages) {
    const found = toBlocks(page);
    if (found.length === 0) throw new Error(`${page} has no \`ts\` block.`);
    for (const block of found) blocks.set(block.file, { ...block, page });
  }
  const options = { ...OPTIONS, types: [...types], typeRoots: [join(root, 'node_modules/@types')] };
  const base = ts.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => root,
    fileExists: (file) => blocks.has(file) || base.fileExists(file),
    readFile: (file) => blocks.get(file)?.text ?? base.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const block = blocks.get(file);
      return block ? ts.createSourceFile(file, block.text, version, true) : base.getSourceFile(file, version, ...rest);
    },
  };
  const program = ts.createProgram([...blocks.keys()], options, host);
  return [...blocks.values()].flatMap(({ file, page, line }) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} was not compiled.`);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const at = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
      return `${page}:${String(line + at)}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  });
}
