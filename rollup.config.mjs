// Bundles the one self-registering file for pages without a build: everything but Stripe.js.
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { templates } from './scripts/minify-templates.mjs';

export default {
  input: 'dist/index.js',
  output: { file: 'dist/cdn/billing-checkout.js', format: 'es', sourcemap: true },
  plugins: [
    resolve({ browser: true }),
    templates(),
    terser({
      module: true,
      ecma: 2022,
      compress: { passes: 4, inline: 1, keep_fargs: false, unsafe_arrows: true },
      mangle: { properties: false },
    }),
  ],
  treeshake: { moduleSideEffects: (id) => !/node_modules/.test(id) || /lit/.test(id) },
};
