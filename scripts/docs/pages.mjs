/** The pages of the docs site: which there are, in which group and order. A page of docs/ that no group names goes into the last but one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

const GROUPS = {
  Start: [
    'docs/guides/first-checkout.md',
    'docs/cdn.md',
    'docs/frameworks.md',
    'docs/guides/going-live.md',
    'docs/guides/troubleshooting.md',
  ],
  Guides: [
    'docs/guides/pages.md',
    'docs/guides/saved-methods.md',
    'docs/guides/bank-debits.md',
    'docs/guides/invoices-and-recovery.md',
    'docs/guides/validation.md',
    'docs/theming.md',
    'docs/languages.md',
    'docs/accessibility.md',
    'docs/guides/migrating.md',
  ],
  Reference: ['docs/embedding.md', 'docs/backend.md', 'docs/support-matrix.md', 'CHANGELOG.md'],
  Experiments: [
    'docs/experiments.md',
    'docs/report.md',
    'docs/statistics.md',
    'docs/traffic.md',
    'docs/events.md',
    'docs/scale.md',
  ],
  Security: ['docs/guides/security.md', 'SECURITY.md'],
  Tests: ['docs/testing.md', 'docs/verify.md', 'docs/black-box.md', 'src/simulator/README.md'],
  Examples: [],
  'Behind it': ['docs/promises.md', 'docs/soak.md', 'docs/fuzz.md', 'docs/smoke.md', 'CONTRIBUTING.md'],
  Decisions: ['docs/decisions/README.md'],
};

/** Pages about who attacks and what holds, whoever writes them. */
const SECURITY = /polic|pci|threat|dependenc|security/;

const list = (folder, { recursive = false } = {}) =>
  readdirSync(join(root, folder), { recursive, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .sort();

/** Each page's path with its group, in order. */
export function listPages() {
  const pages = new Map(Object.entries(GROUPS).flatMap(([group, paths]) => paths.map((path) => [path, group])));
  const add = (paths, group) => paths.forEach((path) => pages.has(path) || pages.set(path, group));
  add(list('examples', { recursive: true }), 'Examples');
  add(list('docs/decisions'), 'Decisions');
  add(list('docs/guides'), 'Guides');
  add(
    list('docs').filter((path) => SECURITY.test(path)),
    'Security',
  );
  add(list('docs'), 'Behind it');
  return pages;
}

/** Names of the groups, in order: who is new begins at the top, and finds what the code says of itself where they look things up. */
export const GROUP_ORDER = Object.keys(GROUPS).flatMap((group) =>
  group === 'Reference' ? [group, 'Modules'] : [group],
);
