// Bundles the one self-registering file for pages without a build: everything but Stripe.js, and beside it what few need.
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { templates } from './scripts/minify-templates.mjs';

/**
 * Loaded by the entry when they are wanted: the gateway of intents, and the fields that only some tags ask for. They share no
 * module with it, so that each may be cached.
 */
const BESIDE = ['stripe/intents-gateway.js', 'element/extras/extras.js'];

const isBeside = (id) => BESIDE.some((path) => id.endsWith(path));
const toName = (path) => path.slice(path.lastIndexOf('/') + 1);

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
    external: isBeside,
    output: {
      file: 'dist/cdn/billing-checkout.js',
      format: 'es',
      sourcemap: true,
      paths: (id) => (isBeside(id) ? `./${toName(id)}` : id),
    },
    plugins,
    treeshake,
  },
  ...BESIDE.map((path) => ({
    input: `dist/${path}`,
    output: { file: `dist/cdn/${toName(path)}`, format: 'es', sourcemap: true },
    plugins,
    treeshake,
  })),
];
