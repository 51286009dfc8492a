/** `npm run fuzz -- --route R --requests N --seed S`: good, nearly good and hostile requests against the checkout server. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { runSource } from './run-source.mjs';

const USAGE = 'npm run fuzz -- [--route NAME] [--requests NUMBER] [--seed NUMBER] [--path PATH]';

function readArguments() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({ options: { route: text, requests: text, seed: text, path: text } });
    const whole = (given, otherwise) => (given === undefined ? otherwise : /^-?\d+$/.test(given) ? Number(given) : NaN);
    const seed = whole(values.seed, Date.now() % 2_147_483_648);
    const requests = whole(values.requests, 10_000);
    if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(requests) || requests < 1)
      return fail(`--seed and --requests are whole numbers. Use: ${USAGE}`);
    return { ...values, seed, requests };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const asked = readArguments();

await runSource('/test/fuzz/support/main.ts', ({ fuzz }) => fuzz({ ...asked, print: (text) => console.log(text) }), {
  name: 'fuzz',
});
