/** `npm run check`: everything but the tests, one line per step. With names it runs those steps and shows what they say. */
import './check-node.mjs';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fail } from './fail.mjs';
import { installPackages } from './install-packages.mjs';
import { root } from './run.mjs';

const REPORT = '.tmp/check.json';

/** Each step is a JavaScript file of a tool, or of ours, and its arguments. The build comes first: some read it. */
const STEPS = {
  build: ['scripts/build.mjs'],
  lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
  types: [
    'node_modules/typescript/bin/tsc',
    ...['-p', 'tsconfig.json', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc/check.tsbuildinfo'],
  ],
  docs: ['scripts/docs.mjs'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  layers: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.mjs', 'src'],
  exports: ['node_modules/knip/bin/knip.js', '--no-progress'],
  leftovers: ['scripts/leftovers.mjs'],
  words: ['scripts/words.mjs'],
  size: ['scripts/size.mjs'],
  manifest: ['scripts/manifest.mjs'],
  package: ['scripts/package.mjs'],
  release: ['scripts/release.mjs'],
};

/** Runs one step; resolves to how it went. */
function runStep(name) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, STEPS[name], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => (output += text));
    }
    const end = (ok) => resolve({ name, ok, output: output.trim(), seconds: (performance.now() - begun) / 1000 });
    child.once('error', (error) => {
      output += error.message;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

function print({ name, ok, output, seconds }, talkative) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s`);
  if ((!ok || talkative) && output) console.log(`\n${output}\n`);
}

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in STEPS));
if (unknown) fail(`There is no step ${unknown}: choose from ${Object.keys(STEPS).join(', ')}.`);

await installPackages();

const waiting = named.length > 0 ? [...named] : Object.keys(STEPS);
const results = [];
const runNext = async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const result = await runStep(name);
    results.push(result);
    print(result, named.length > 0);
  }
};

if (waiting[0] === 'build') {
  const rest = waiting.splice(1);
  await runNext();
  waiting.push(...rest);
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, runNext));

const failed = results.filter(({ ok }) => !ok);
if (named.length === 0) {
  mkdirSync(join(root, '.tmp'), { recursive: true });
  writeFileSync(join(root, REPORT), JSON.stringify(results.map(({ name, ok, seconds }) => ({ name, ok, seconds }))));
  console.log(`\n${results.length - failed.length} of ${results.length} steps passed.`);
}
process.exitCode = failed.length === 0 ? 0 : 1;
