/** `npm start`: sets up what is missing, builds, starts the local Stripe, the example backend and the demo pages. */
import './check-node.mjs';
import { fail } from './fail.mjs';
import { installPackages } from './install-packages.mjs';
import { checkPortFree } from './check-port-free.mjs';
import { endChildren } from './run.mjs';
import { readStripeKeys } from './stripe-keys.mjs';

const port = Number(process.env.PORT ?? 4242);
if (!Number.isInteger(port) || port < 1 || port > 65_534)
  fail(`PORT is ${process.env.PORT}: set it to a number such as PORT=4242.`);

let demo;
const end = (signal) => {
  endChildren(signal);
  void Promise.resolve(demo?.close()).finally(() => process.exit(0));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(signal));

const stripeKeys = readStripeKeys();
await checkPortFree(port);
if (!stripeKeys) await checkPortFree(port + 1);

await installPackages();
console.log('Building …');
const { build } = await import('./build.mjs');
await build();

const { startDemo } = await import('./start-demo.mjs');
try {
  demo = await startDemo({ port, simulatorPort: port + 1, stripeKeys });
} catch (error) {
  fail(`The demo could not start: ${error.message}`);
}
console.log(`
Ready: ${demo.url}

  4242 4242 4242 4242   pays
  4000 0000 0000 0002   is declined
  4000 0027 6000 3184   asks for 3-D Secure
  Any future date, any three digits, any postal code.

Ctrl-C ends everything.`);
