// Bundles the one self-registering file for pages without a build: everything but Stripe.js, and beside it what few need.
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { templates } from './scripts/minify-templates.mjs';

/** Loaded by the entry when a server answers with an intent. It shares no module with it, so that either may be cached. */
const INTENTS = 'stripe/intents-gateway.js';

const plugins = [
  resolve({ browser: true }),
  templates(),
  terser({
    module: true,
    ecma: 2022,
    compress: { passes: 4, inline: 1, keep_fargs: false, unsafe_arrows: true },
    mangle: { properties: false },
  }),
];
const treeshake = { moduleSideEffects: (id) => !/node_modules/.test(id) || /lit/.test(id) };

export default [
  {
    input: 'dist/index.js',
    external: (id) => id.endsWith(INTENTS),
    output: {
      file: 'dist/cdn/billing-checkout.js',
      format: 'es',
      sourcemap: true,
      paths: (id) => (id.endsWith(INTENTS) ? './intents-gateway.js' : id),
    },
    plugins,
    treeshake,
  },
  {
    input: `dist/${INTENTS}`,
    output: { file: 'dist/cdn/intents-gateway.js', format: 'es', sourcemap: true },
    plugins,
    treeshake,
  },
];
