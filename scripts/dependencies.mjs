/** `npm run licences`: writes the table of docs/dependencies.md from the lock file. What installs with the package, and what is bundled into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const PAGE = 'docs/dependencies.md';
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What each is for, where it is named by us. */
const REASONS = {
  '@hono/node-server': 'runs the server and the local Stripe under `node:http`',
  '@stripe/stripe-js': "Stripe's own loader, and the types of Stripe.js",
  cephes: 'distribution functions of the report',
  hono: 'routes of the server and of the local Stripe',
  lit: 'renders the element',
  'qs-esm': "reads Stripe's form bodies in the local Stripe",
  zod: 'parses whatever comes from outside',
};

/** Packages whose code lies in our own modules; `dist/third-party-licenses.txt` has their notices. */
const BUNDLED = [
  ['stdnum', 'check digits of tax ids, in a file that loads when one is typed'],
  ['@zootools/email-spell-checker', 'finds likely slips in an email, in a file that loads when one is typed'],
];

/** The tables, as they stand in the page. */
export function toTables() {
  const { packages } = read('package-lock.json');
  const direct = Object.keys(read('package.json').dependencies);
  const found = new Map();
  const visit = (name, parent) => {
    if (found.has(name)) return;
    const entry = packages[`node_modules/${name}`];
    if (entry === undefined) throw new Error(`${name}, needed by ${parent}, is not in the lock file.`);
    found.set(name, { ...entry, parent });
    for (const each of Object.keys(entry.dependencies ?? {})) visit(each, name);
  };
  for (const name of direct) visit(name, null);
  const rows = [...found].sort(([one], [other]) => one.localeCompare(other, 'en'));
  const installed = rows.map(
    ([name, { version, license, parent }]) =>
      `| ${name} | ${version} | ${license} | ${REASONS[name] ?? `needed by ${parent}`} |`,
  );
  const bundled = BUNDLED.map(([name, reason]) => {
    const { version, license } = packages[`node_modules/${name}`];
    return `| ${name} | ${version} | ${license} | ${reason} |`;
  });
  const head = ['| package | version | licence | for |', '| --- | --- | --- | --- |'];
  return { installed: [...head, ...installed].join('\n'), bundled: [...head, ...bundled].join('\n') };
}

/** The page with its tables as they are now. */
export function toPage(page = readFileSync(join(root, PAGE), 'utf8')) {
  const { installed, bundled } = toTables();
  return page
    .replace(/(<!-- installed -->\n)[^]*?(\n<!-- end -->)/, `$1\n${installed}\n$2`)
    .replace(/(<!-- bundled -->\n)[^]*?(\n<!-- end -->)/, `$1\n${bundled}\n$2`);
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, PAGE), toPage());
  await run('npx', ['prettier', '--write', PAGE]);
}
