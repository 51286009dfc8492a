/** The code in the documents compiles, strictly, against our sources and the real packages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  paths: {
    'billing-checkout': [join(root, 'src/index.ts')],
    'billing-checkout/*': [join(root, 'src/*/index.ts')],
  },
};

/** The TypeScript of a document, by the name of a file that is not there. */
const toFiles = (document: string): Map<string, string> =>
  new Map(
    [...readFileSync(join(root, document), 'utf8').matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = ''], index) => [
      join(root, `${document}.${String(index + 1)}.ts`),
      code,
    ]),
  );

/** What the compiler says about files that are only in memory. */
function compile(files: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([...files.keys()], OPTIONS, {
    ...host,
    fileExists: (name) => files.has(name) || host.fileExists(name),
    readFile: (name) => files.get(name) ?? host.readFile(name),
    getSourceFile: (name, ...rest) => {
      const code = files.get(name);
      return code === undefined
        ? host.getSourceFile(name, ...rest)
        : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
    },
  });
  return [...files.keys()].flatMap((name) =>
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(name)),
      ...program.getSemanticDiagnostics(program.getSourceFile(name)),
    ].map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}

describe('docs/experiments.md', () => {
  const files = toFiles('docs/experiments.md');

  it('has a recipe for each tool', () => {
    const code = [...files.values()].join('\n');
    for (const tool of [
      '@openfeature/web-sdk',
      '@growthbook/growthbook',
      'posthog-js',
      '@statsig/js-client',
      'unleash-proxy-client',
    ])
      expect(code).toContain(`from '${tool}'`);
  });

  it('has code that compiles, and would not with a property that is none', () => {
    const wrong = join(root, 'docs/wrong.ts');
    const code = "import 'billing-checkout';\ndocument.querySelector('billing-checkout')!.visitor = 'a';\nexport {};\n";
    expect(compile(new Map([...files, [wrong, code]]))).toEqual([
      expect.stringContaining(`${wrong}: Property 'visitor'`),
    ]);
  });
});
