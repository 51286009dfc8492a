/** `npm run soak -- --seed S --runs N`: random customers, faults and webhooks against checkout, server and local Stripe. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { runSource } from './run-source.mjs';

const USAGE = 'npm run soak -- [--seed NUMBER] [--runs NUMBER] [--path PATH] [--plant NAME]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: 'string' },
        runs: { type: 'string' },
        path: { type: 'string' },
        plant: { type: 'string' },
      },
    });
    const whole = (text, otherwise) => (text === undefined ? otherwise : /^-?\d+$/.test(text) ? Number(text) : NaN);
    const seed = whole(values.seed, Date.now() % 2_147_483_648);
    const runs = whole(values.runs, 1_000);
    if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(runs) || runs < 1)
      return fail(`--seed and --runs are whole numbers. Use: ${USAGE}`);
    return { ...values, seed, runs };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { seed, runs, path, plant } = readArguments();
const { plantBug } = await import('../test/soak/plants.mjs');
const plugins = plant === undefined ? [] : [plantBug(plant, fail)];

await runSource(
  '/test/soak/support/main.ts',
  ({ soak }) => soak({ seed, runs, path, print: (text) => console.log(text) }),
  { plugins },
);
