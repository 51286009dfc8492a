/** `npm run faults`: what goes wrong, at which moment, in which flow; and what the customer is left with. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { findChromium } from './find-chromium.mjs';
import { runSource } from './run-source.mjs';

const USAGE =
  'npm run faults -- [--flow NAME] [--fault NAME] [--moment NAME] [--few] [--parallel NUMBER] [--verbose] [--no-build]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        flow: { type: 'string' },
        fault: { type: 'string' },
        moment: { type: 'string' },
        parallel: { type: 'string' },
        few: { type: 'boolean' },
        verbose: { type: 'boolean' },
        'no-build': { type: 'boolean' },
      },
    });
    const parallel = Number(values.parallel ?? 3);
    if (!Number.isSafeInteger(parallel) || parallel < 1) return fail(`--parallel is a whole number. Use: ${USAGE}`);
    return { ...values, parallel };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { 'no-build': built, ...asked } = readArguments();
const chromium = await findChromium();
await runSource(
  '/test/faults/support/main.ts',
  ({ faults }) => faults({ ...asked, chromium, print: (text) => console.log(text) }),
  { build: !built },
);
