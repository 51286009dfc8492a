// Layer rules: imports only point left (contract ← core ← stripe|backend ← headless ← element ← index).
import { join } from 'node:path';

const BROWSER = 'contract|core|stripe|backend|headless|experiment|element|locales|react|tags|testing';
const NODE_ROOMS = 'server|report|simulator|cli';
const DOORS = '^src/(index|define)\\.ts$';

/** What a room may import of ours, itself included. */
const MAY_IMPORT = {
  contract: [],
  core: ['contract'],
  stripe: ['contract', 'core'],
  backend: ['contract', 'core'],
  experiment: [],
  headless: ['contract', 'core', 'stripe', 'backend', 'experiment'],
  element: ['contract', 'core', 'stripe', 'backend', 'headless', 'experiment'],
  locales: ['core', 'element'],
  react: ['element'],
  tags: ['element'],
  server: ['contract', 'experiment'],
  report: ['contract', 'experiment'],
  simulator: [],
  testing: ['contract', 'core', 'headless', 'element', 'simulator'],
  cli: ['contract', 'core', 'experiment', 'server', 'report', 'simulator'],
};

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${[room, ...others].join(', ')} and nothing else of ours.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(${[room, ...others].join('|')})/${room === 'react' ? '|^src/define\\.ts$' : ''}`,
  },
}));

/** The simulator's graphs share wire types only; its door and the two files beside it join them. */
const graphs = ['api', 'script', 'frames', 'wire'].map((graph) => ({
  name: `simulator-${graph}`,
  comment: `simulator/${graph} shares nothing with the other graphs but wire.`,
  severity: 'error',
  from: { path: `^src/simulator/${graph}/` },
  to: { path: '^src/simulator/', pathNot: `^src/simulator/(${graph === 'wire' ? 'wire' : `${graph}|wire`})/` },
}));

/** Packages, and the only rooms that may use them. */
const packages = [
  { name: 'lit', only: '^src/element/' },
  { name: '@hono/node-server', only: '^src/(simulator/serve-simulator|server/node-listener)\\.ts$' },
  { name: 'hono', only: '^src/(server|simulator)/' },
  { name: 'cephes', only: '^src/report/' },
  { name: 'msw', only: '^src/testing/msw/' },
  { name: 'react', only: '^src/(react|tags)/' },
].map(({ name, only }) => ({
  name: `only-there-${name}`,
  comment: `${name} belongs to ${only}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: only },
  to: { path: `(^|/)node_modules/${name}/` },
}));

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A module that reaches itself has no place in the order of things.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      // Bundled by tsc's settings, not by Node's.
      to: { couldNotResolve: true },
    },
    ...rooms,
    ...graphs,
    ...packages,
    {
      name: 'doors-only',
      comment: 'No room imports the doors; the component for React registers the tag as the main door does.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${DOORS}|^src/react/` },
      to: { path: DOORS },
    },
    {
      name: 'no-node-in-browsers',
      comment: 'Browser rooms import no node: module.',
      severity: 'error',
      from: { path: `^src/(${BROWSER})/|${DOORS}` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-servers-in-browsers',
      comment: `Browser rooms import none of ${NODE_ROOMS}.`,
      severity: 'error',
      from: { path: `^src/(${BROWSER})/|${DOORS}`, pathNot: '^src/testing/' },
      to: { path: `^src/(${NODE_ROOMS})/` },
    },
    {
      name: 'local-stripe-in-tests',
      comment: 'In a page, tests use the simulated Stripe.js; its API is for the door that stands beside msw.',
      severity: 'error',
      from: { path: '^src/testing/' },
      to: { path: `^src/(${NODE_ROOMS})/`, pathNot: '^src/simulator/(in-page/|create-simulator\\.ts$)' },
    },
    {
      name: 'stripe-api-beside-msw',
      comment: 'Only the door for msw brings the API.',
      severity: 'error',
      from: { path: '^src/testing/', pathNot: '^src/testing/msw/' },
      to: { path: '^src/simulator/create-simulator\\.ts$' },
    },
    {
      name: 'web-standard-simulator',
      comment: 'The simulator runs anywhere; serving it and reading its built files is for Node.',
      severity: 'error',
      from: { path: '^src/simulator/', pathNot: '^src/simulator/(serve-simulator|script/read-assets)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-standard-server',
      comment: 'The checkout server is a fetch handler; its listener and its files of events are for Node.',
      severity: 'error',
      from: { path: '^src/server/', pathNot: '^src/server/(node-listener|ndjson-events)\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'stripe-js-in-stripe',
      comment: 'Only the stripe room runs Stripe.js; the simulator and tests use its types.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/stripe/' },
      to: { path: 'node_modules/@stripe/stripe-js/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'stripe-types-in-browsers',
      comment: 'Of the browser rooms only stripe knows Stripe.',
      severity: 'error',
      from: { path: `^src/(${BROWSER})/`, pathNot: '^src/stripe/' },
      to: { path: 'node_modules/(@stripe/stripe-js|stripe)/' },
    },
    {
      name: 'official-sdk-in-servers',
      comment:
        'The host passes its instance of the official SDK: nobody else loads it but commands, which have no host.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: 'node_modules/stripe/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dev-packages',
      comment: 'What is published needs what is published with it; what two modules borrow is bundled into them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(contract/tax-checksum|headless/suggest-email)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm-peer'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(import.meta.dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
    },
  },
};
