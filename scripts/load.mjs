/** `npm run load`: customers who buy from two processes of the example server, past what it can serve, and while one of them stops. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { runSource } from './run-source.mjs';

const USAGE = 'npm run load -- [--checkouts N] [--customers N] [--connections N] [--seconds N] [--no-build]';

function readArguments() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({
      options: { checkouts: text, customers: text, connections: text, seconds: text, 'no-build': { type: 'boolean' } },
    });
    const whole = (name, otherwise) => {
      const value = values[name] === undefined ? otherwise : Number(values[name]);
      if (!Number.isInteger(value) || value < 1) fail(`--${name} is a whole number. Use: ${USAGE}`);
      return value;
    };
    return {
      checkouts: whole('checkouts', 1_000),
      customers: whole('customers', 20),
      connections: whole('connections', 200),
      seconds: whole('seconds', 10),
      built: values['no-build'] === true,
    };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { built, ...asked } = readArguments();
await runSource('/test/load/support/main.ts', ({ load }) => load({ ...asked, print: (line) => console.log(line) }), {
  build: !built,
  name: 'load',
});
