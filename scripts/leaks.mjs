/** `npm run leaks -- --cycles N`: puts the checkout in and out, switches flow, locale and theme, and counts what is left. */
import './check-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { CHROMIUM_ARGS } from './chromium-args.mjs';
import { fail } from './fail.mjs';
import { findChromium } from './find-chromium.mjs';
import { root } from './run.mjs';

const USAGE = 'npm run leaks -- [--cycles NUMBER] [--kind connect|flow|locale|theme] [--no-build]';

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { cycles: { type: 'string' }, kind: { type: 'string' }, 'no-build': { type: 'boolean' } },
    });
    const cycles = values.cycles === undefined ? 1_000 : Number(values.cycles);
    if (!Number.isSafeInteger(cycles) || cycles < 1) return fail(`--cycles is a whole number. Use: ${USAGE}`);
    return { cycles, kind: values.kind, skipsBuild: values['no-build'] === true };
  } catch (error) {
    return fail(`${error.message} Use: ${USAGE}`);
  }
}

const { cycles, kind, skipsBuild } = readArguments();
if (!skipsBuild) await build();
const { measureLeaks, NAMES, HEAP_PER_CYCLE } = await import('./leaks/measure-leaks.mjs');
if (kind !== undefined && !NAMES.includes(kind)) fail(`--kind is one of ${NAMES.join(', ')}. Use: ${USAGE}`);
const { startDemo } = await import('./start-demo.mjs');
const { chromium } = await import('playwright-core');

const COLUMNS = ['elements', 'frames', 'documents', 'listeners', 'timers', 'observers'];
const toCell = (text) => String(text).padStart(10);
const demo = await startDemo({ quiet: true });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: CHROMIUM_ARGS,
});
const measured = [];
try {
  console.log(`kind     cycles${COLUMNS.map(toCell).join('')}  bytes/cycle   seconds`);
  for (const each of kind === undefined ? NAMES : [kind]) {
    const result = await measureLeaks({ browser, demo, kind: each, cycles });
    const { before, after, perCycle, seconds, faults } = result;
    const cells = COLUMNS.map((name) => toCell(`${before[name]} → ${after[name]}`)).join('');
    console.log(
      `${each.padEnd(8)} ${String(result.cycles).padStart(6)}${cells}  ${String(perCycle).padStart(11)}  ${seconds.toFixed(1).padStart(8)}`,
    );
    for (const fault of faults) console.log(`         LEAKS   ${fault}`);
    measured.push(result);
  }
} finally {
  await browser.close();
  await demo.close();
}
mkdirSync(join(root, '.tmp'), { recursive: true });
writeFileSync(join(root, '.tmp/leaks.json'), `${JSON.stringify(measured, null, 2)}\n`);
const leaking = measured.filter(({ faults }) => faults.length > 0);
console.log(
  leaking.length > 0
    ? `${leaking.map((each) => each.kind).join(', ')}: something is left behind.`
    : `Nothing is left behind; the heap may grow by ${HEAP_PER_CYCLE} bytes with each cycle. One Stripe for each key and locale.`,
);
process.exit(leaking.length > 0 ? 1 : 0);
