/** The support matrix says the versions that the package and its code say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONTRACT_VERSION, FUNNEL_VERSION } from '../../src/contract/index.js';
import { TRACE_VERSION } from '../../src/core/trace.js';
import { apiVersion } from '../../src/simulator/api/api-version.js';
import { readPage } from '../support/read-docs.js';

const root = join(import.meta.dirname, '../..');
const page = readPage('docs/support-matrix.md');

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}
const { engines, dependencies, peerDependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Manifest;

/** Second cell of the row whose first is `name`. */
const versionOf = (name: string): string | undefined =>
  page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find(([, first]) => first === name)?.[2];

it('says what the package asks for', () => {
  expect(versionOf('Node, for the server and all tools')).toContain(engines.node.replace('>=', ''));
  expect(versionOf('`stripe` (server SDK)')).toBe(peerDependencies['stripe']);
  expect(versionOf('`@stripe/stripe-js`')).toBe(dependencies['@stripe/stripe-js']);
});

it('says which version of Stripe’s API the SDK and the local Stripe speak, and which train Stripe.js is', () => {
  const sdk = readFileSync(join(root, 'node_modules/stripe/esm/apiVersion.js'), 'utf8');
  const [, version = ''] = /ApiVersion = '([^']+)'/.exec(sdk) ?? [];
  expect(versionOf('Stripe’s API')).toBe(version);
  expect(apiVersion).toBe(version);
  expect(page).toContain(`\`${version.split('.')[1] ?? ''}\``);
});

it('says the versions of contract, events and traces', () => {
  expect(versionOf('the contract')).toBe(String(CONTRACT_VERSION));
  expect(versionOf('funnel events')).toBe(String(FUNNEL_VERSION));
  expect(versionOf('traces')).toBe(String(TRACE_VERSION));
});
