/** The reference shows how everything is used that can be called, and what its examples print is what they say. */
import { inspect } from 'node:util';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';
import * as contract from '../../src/contract/index.js';
import * as experiment from '../../src/experiment/index.js';
import * as report from '../../src/report/index.js';
import * as simulator from '../../src/simulator/index.js';
import Stripe from 'stripe';
import type { Block } from '../support/read-docs.js';
import { readExamples } from '../support/read-examples.js';

/** What examples that print import. */
const MODULES: Readonly<Record<string, unknown>> = {
  'billing-checkout/contract': contract,
  'billing-checkout/experiment': experiment,
  'billing-checkout/report': report,
  'billing-checkout/simulator': simulator,
  stripe: { __esModule: true, default: Stripe },
};

const shown = readExamples();

/** What each line of an example says that is printed: `console.log(1 + 1); // 2`. */
const toldBy = ({ text }: Block): readonly string[] =>
  [...text.matchAll(/; \/\/ (?:prints )?(.+)$/gm)].map(([, told = '']) => told);

/** Runs an example as a module, and gives what it prints, a line each. */
async function printedBy({ text }: Block): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): void => {
    printed.push(values.map((value) => inspect(value)).join(' '));
  };
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const find = (name: string): unknown => {
    if (!(name in MODULES)) throw new Error(`${name} is not among the modules of examples.`);
    return MODULES[name];
  };
  const body = `return (async () => {${outputText}})()`;
  const run: unknown = compileFunction(body, ['require', 'exports', 'console']);
  if (typeof run !== 'function') throw new Error('It is no function.');
  await Reflect.apply(run, undefined, [find, {}, { ...console, log }]);
  return printed;
}

it('shows everything that can be called', () => {
  expect(shown.filter(({ called, examples }) => called && examples.length === 0).map(({ name }) => name)).toEqual([]);
  expect(shown.filter(({ called }) => called).length).toBeGreaterThan(40);
});

const telling = shown.flatMap(({ name, examples }) =>
  examples.filter((example) => toldBy(example).length > 0).map((example) => ({ name, example })),
);

it.each(telling)('prints what it says: $name', async ({ example }) => {
  expect(await printedBy(example)).toEqual(toldBy(example));
});
