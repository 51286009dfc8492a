/** Bundles the simulated Stripe.js and its frames from what tsc has emitted; each becomes one classic script. */
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';

const dist = fileURLToPath(new URL('../dist/simulator/', import.meta.url));

/** One input each: classic scripts can't share chunks. */
const bundles = [
  ['script/stripe.js', 'assets/stripe.js'],
  ['script/hosted/hosted-page.js', 'assets/pages/hosted.js'],
  ...['payment', 'address', 'express', 'wallet', 'challenge', 'bank'].map((name) => [
    `frames/${name}.js`,
    `assets/frames/${name}.js`,
  ]),
];

export async function bundleSimulator() {
  for (const [input, file] of bundles) {
    const bundle = await rollup({ input: `${dist}${input}`, onwarn: refuse });
    await bundle.write({ file: `${dist}${file}`, format: 'iife' });
    await bundle.close();
  }
}

/** The frames run in browsers without a loader: an import that stays an import would break them. */
function refuse(warning) {
  throw new Error(warning.message);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleSimulator();
