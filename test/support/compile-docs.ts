/** Compiles the code of the docs as readers would, against our doors. */
import { join } from 'node:path';
import ts from 'typescript';
import { blocksOf, type Block } from './read-docs.js';

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
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  noEmit: true,
  useDefineForClassFields: true,
  paths: {
    'billing-checkout': [join(root, 'src/index.ts')],
    'billing-checkout/locales/*': [join(root, 'src/locales/*.ts')],
    'billing-checkout/tags/*': [join(root, 'src/tags/*.ts')],
    'billing-checkout/*': [join(root, 'src/*/index.ts')],
  },
};

/** JavaScript is looked at as an editor does: what has no type may be anything, what has one is held to it. */
const AS_JAVASCRIPT: ts.CompilerOptions = { ...OPTIONS, allowJs: true, checkJs: true, strict: false };

/** How blocks are read. */
interface Reading {
  /** What their fences say. `ts` and `tsx`: strict, each a module. `js`: as an editor would. */
  readonly language?: 'ts' | 'tsx' | 'js';
  /** Packages of `@types` whose globals a reader would have. */
  readonly types?: readonly string[];
  /** A folder of packages beside ours, where some of `types` are. */
  readonly typeRoot?: string;
  /** Files of the reader's own around the blocks, by name: what they import, what is there anyway. */
  readonly around?: Readonly<Record<string, string>>;
}

/**
 * What the compiler says of the pages' blocks, each as `docs/page.md:12: message`. Fails when a page has no block:
 * a test of nothing tests nothing.
 */
export function compileDocs(pages: readonly string[], reading: Reading = {}): readonly string[] {
  const { language = 'ts' } = reading;
  const blocks = pages.flatMap((page) => {
    const found = blocksOf(page, language);
    if (found.length === 0) throw new Error(`${page} has no \`${language}\` block.`);
    return found;
  });
  return compileBlocks(blocks, reading);
}

/** What the compiler says of blocks, each as `docs/page.md:12: message`; `js` by themselves, `ts` and `tsx` may be together. */
export function compileBlocks(
  shown: readonly Block[],
  { types = [], typeRoot, around = {} }: Reading = {},
): readonly string[] {
  const blocks = new Map<string, Block>();
  for (const block of shown) {
    // Where a module of it would lie: beside the package's own, so that its imports are found.
    const file = join(root, `${block.page.replace(/\W/g, '-')}-${String(block.line)}.${block.language}`);
    blocks.set(file, { ...block, text: `${block.text}\nexport {};\n` });
  }
  const texts = new Map([...blocks].map(([file, { text }]) => [file, text]));
  for (const [name, text] of Object.entries(around)) texts.set(join(root, name), text);
  const options = {
    ...(shown.every(({ language }) => language === 'js') ? AS_JAVASCRIPT : OPTIONS),
    types: [...types],
    typeRoots: [join(root, 'node_modules/@types'), ...(typeRoot === undefined ? [] : [typeRoot])],
  };
  const base = ts.createCompilerHost(options, true);
  const host: ts.CompilerHost = {
    ...base,
    getCurrentDirectory: () => root,
    fileExists: (file) => texts.has(file) || base.fileExists(file),
    readFile: (file) => texts.get(file) ?? base.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file);
      return text === undefined
        ? base.getSourceFile(file, version, ...rest)
        : ts.createSourceFile(file, text, version, true);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...blocks].flatMap(([file, { page, line }]) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} was not compiled.`);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      const at = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
      return `${page}:${String(line + at)}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  });
}
