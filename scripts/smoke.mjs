/** `npm run smoke`: what real Stripe does beside what the simulator does, for whoever has test keys. See docs/smoke.md. */
import './check-node.mjs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { findChromium } from './find-chromium.mjs';
import { endChildren } from './run.mjs';
import { runSource } from './run-source.mjs';
import { readStripeKeys } from './stripe-keys.mjs';

const USAGE = 'npm run smoke -- [--simulator] [--only NAME …] [--list] [--json FILE]';

function readArguments() {
  const flag = { type: 'boolean', default: false };
  try {
    return parseArgs({
      allowPositionals: true,
      options: { simulator: flag, list: flag, only: { type: 'string', multiple: true }, json: { type: 'string' } },
    });
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { values, positionals } = readArguments();
// `--only a b c`: what follows the first name are names as well.
if (positionals.length > 0 && !values.only) fail(`${positionals[0]} says nothing here. Use: ${USAGE}`);
const only = [...(values.only ?? []), ...positionals];

const keys = values.simulator ? null : readStripeKeys();
if (!keys && !values.simulator && !values.list) {
  console.log(
    'No test keys, nothing to do: set STRIPE_SECRET_KEY and STRIPE_PUBLISHABLE_KEY (and STRIPE_WEBHOOK_SECRET, if you have one) to compare with real Stripe, or use npm run smoke -- --simulator.',
  );
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endChildren(signal);
    process.exit(130);
  });
}

const chromium = values.list ? '' : await findChromium();
const json = values.json ? resolve(values.json) : null;
// The checks are TypeScript: their calls are held against the official SDK's own types.
await runSource(
  '/test/smoke/support/main.ts',
  ({ checkNames, runSmoke }) => {
    if (!values.list) return runSmoke({ keys, only, json, chromium, print: (text) => console.log(text) });
    console.log(checkNames.join('\n'));
    return 0;
  },
  { build: !values.list },
);
