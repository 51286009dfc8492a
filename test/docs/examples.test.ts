/** The reference shows how everything is used that can be called, and what its examples print is what they say. */
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import * as contract from '../../src/contract/index.js';
import * as experiment from '../../src/experiment/index.js';
import * as report from '../../src/report/index.js';
import * as simulator from '../../src/simulator/index.js';
import Stripe from 'stripe';
import type { Block } from '../support/read-docs.js';
import { readExamples } from '../support/read-examples.js';
import { runBlock } from '../support/run-block.js';

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

/** Runs an example, and gives what it prints, a line each. */
async function printedBy(example: Block): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): void => {
    printed.push(values.map((value) => inspect(value)).join(' '));
  };
  await runBlock(example, { modules: MODULES, globals: { console: { ...console, log } } });
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
