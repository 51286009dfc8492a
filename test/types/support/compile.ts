/** Compiles modules as readers would write them beside our package, and says which of their lines are refused. */
import { join } from 'node:path';
import type ts from 'typescript';

const root = join(import.meta.dirname, '../../..');

/** TypeScript, of any version: they are told apart by what they say, not by how they are called. */
export type Compiler = typeof ts;

/** What the compiler says. */
export interface Said {
  /** A module's name, or the path of a file that it imports. */
  readonly where: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/**
 * One program for all modules: most of the time goes into what they share.
 *
 * @param modules - Code by name.
 * @param declarations - Our declarations are checked as well, as without `skipLibCheck`.
 * @param paths - Where other packages are than one would look.
 */
export function compile(
  compiler: Compiler,
  modules: Readonly<Record<string, string>>,
  declarations: boolean,
  paths: Readonly<Record<string, string[]>> = {},
): readonly Said[] {
  const names = new Map(
    Object.keys(modules).map((name) => [join(root, `reader-${name.replaceAll(/\W+/g, '-')}.tsx`), name]),
  );
  const textOf = (path: string): string | undefined => modules[names.get(path) ?? ''];
  const options: ts.CompilerOptions = {
    target: compiler.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    jsx: compiler.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: !declarations,
    noEmit: true,
    types: [],
    paths,
  };
  const base = compiler.createCompilerHost(options, true);
  const program = compiler.createProgram([...names.keys()], options, {
    ...base,
    getCurrentDirectory: () => root,
    fileExists: (path) => names.has(path) || base.fileExists(path),
    readFile: (path) => textOf(path) ?? base.readFile(path),
    getSourceFile: (path, version, ...rest) => {
      const code = textOf(path);
      return code === undefined
        ? base.getSourceFile(path, version, ...rest)
        : compiler.createSourceFile(path, code, version, true);
    },
  });
  const checked = program
    .getSourceFiles()
    .filter(({ fileName }) => names.has(fileName) || (declarations && fileName.startsWith(join(root, 'dist'))));
  const found = checked.flatMap((source) => [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]);
  return found.map(({ file, start = 0, messageText }) => ({
    where: names.get(file?.fileName ?? '') ?? file?.fileName ?? '',
    line: (file?.text ?? '').slice(0, start).split('\n').length,
    text: compiler.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

/** Lines of a module that end in `// no`, from 1: those have to be refused. */
export const toMarked = (code: string): readonly number[] =>
  code.split('\n').flatMap((line, index) => (line.endsWith('// no') ? [index + 1] : []));

/** Lines of a module that are refused, each once, in order. */
export const toRefused = (said: readonly Said[], name: string): readonly number[] =>
  [...new Set(said.filter(({ where }) => where === name).map(({ line }) => line))].sort((a, b) => a - b);
