/** Runs code that readers are shown, as a module of theirs would. */
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { Block } from './read-docs.js';

/** What stands around a block. */
interface Surroundings {
  /** What it may import, by name. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** What is there without an import, beside what Node has. */
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** Runs a block to its end, and gives what it exports. */
export async function runBlock(
  { text }: Block,
  { modules, globals = {} }: Surroundings,
): Promise<Readonly<Record<string, unknown>>> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const find = (name: string): unknown => {
    if (!(name in modules)) throw new Error(`${name} is not there to be imported.`);
    return modules[name];
  };
  const exported: Record<string, unknown> = {};
  const names = ['require', 'exports', ...Object.keys(globals)];
  const run: unknown = compileFunction(`return (async () => {${outputText}})()`, names);
  if (typeof run !== 'function') throw new Error('It is no function.');
  await Reflect.apply(run, undefined, [find, exported, ...Object.values(globals)]);
  return exported;
}
