// Bundles the one self-registering file for pages without a build: everything but Stripe.js, and beside it what few need.
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { resolve as resolvePath } from 'node:path';
import { templates } from './scripts/minify-templates.mjs';

/**
 * Loaded when they are wanted: the gateway of intents, the buttons of wallets, the fields that only some tags ask for, check digits
 * of tax ids, rules about addresses, likely slips in an email, the way to a page of Stripe's, what a failure or a developer needs. They share no module with the entry, so that each may be cached.
 */
const BESIDE = [
  'stripe/intents-gateway.js',
  'stripe/express.js',
  'element/extras/extras.js',
  'element/support/support.js',
  'contract/address-rules.js',
  'contract/tax-checksum.js',
  'headless/suggest-email.js',
  'headless/open-hosted.js',
];

const isBeside = (id) => BESIDE.some((path) => id.endsWith(path));
const toName = (path) => path.slice(path.lastIndexOf('/') + 1);

/**
 * Catalogs by their address: modules name each with a literal path, for the bundlers of others; here one rule is shorter. Of the
 * words of the form, `locales/de.js` has some and `locales/later/de.js` those for what may follow.
 */
const locales = () => ({
  name: 'locales',
  transform(code, id) {
    const tags = `${JSON.stringify([...code.matchAll(/(?:form|extra)\/([\w-]+)\.js/g)].map(([, tag]) => tag).join(' '))}.split(' ')`;
    const table = (name, load) =>
      `export const ${name} = Object.fromEntries(${tags}.map((tag) => [tag, () => ${load}]));`;
    if (/locales[\\/]catalogs\.js$/.test(id))
      return table('CATALOGS', 'Promise.all([import(`./locales/${tag}.js`), import(`./locales/later/${tag}.js`)])');
    if (id.endsWith('extra-catalogs.js')) return table('EXTRA_CATALOGS', 'import(`./locales/extra/${tag}.js`)');
    return null;
  },
});

/** Of zod, only what the schemas use: see docs/decisions/entry-size.md. */
const leanSchemas = () => ({
  name: 'lean-schemas',
  resolveId: (id) => (id === 'zod/mini' ? resolvePath('dist/contract/lean-schemas.js') : null),
});

/** Of the table of refusals a browser wants no status, and to know which may be tried again. */
const leanProblems = () => ({
  name: 'lean-problems',
  transform: (code, id) =>
    /contract[\\/]problems\.js$/.test(id)
      ? { code: code.replaceAll(/\{ status: \d+, (retry: false, )?/g, '{ '), map: null }
      : null,
});

const plugins = [
  locales(),
  leanSchemas(),
  leanProblems(),
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

const toCdn = (path) => ({
  input: `dist/${path === ENTRY ? 'index.js' : path}`,
  external: (id) => isBeside(id) && !id.endsWith(path),
  output: {
    file: `dist/cdn/${toName(path)}`,
    format: 'es',
    sourcemap: true,
    paths: (id) => (isBeside(id) ? `./${toName(id)}` : id),
  },
  plugins,
  treeshake,
  onwarn({ code, message }) {
    if (code === 'MISSING_EXPORT') throw new Error(message);
  },
});

const ENTRY = 'billing-checkout.js';

export default [ENTRY, ...BESIDE].map(toCdn);
