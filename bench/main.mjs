/** The bench: builds everybody, measures in turns, prints a table, writes JSON and a page with plots. */
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { seekChromium } from '../scripts/find-chromium.mjs';
import { buildContenders, OUT, root, toContenders, toLine, US } from './contenders.mjs';
import { measure } from './measure.mjs';
import { measureServer } from './measure-server.mjs';
import { readArguments } from './read-arguments.mjs';
import { toPage } from './report/to-page.mjs';
import { toReport } from './report/to-report.mjs';
import { toServerTable } from './report/to-server-table.mjs';
import { toTable } from './report/to-table.mjs';
import { toTargets, toTargetTable } from './report/targets.mjs';
import { writeReadme } from './report/write-readme.mjs';
import { forkShop } from './server/shop-process.mjs';
import { hints } from './hints.mjs';

/** Most rounds, and minutes of the whole that the browser may have. */
const MOST_ROUNDS = 30;
const SHARE = 0.85;
const SERVER = { rounds: 10, amount: 500, far: { rounds: 5, amount: 80 } };
const SMOKE_SERVER = { rounds: 1, amount: 20, far: { rounds: 1, amount: 8 } };

const print = (line) => console.log(line);

/** Runs it; resolves to the exit code. */
export async function bench(given) {
  const asked = readArguments(given);
  if (asked.problem) {
    console.error(asked.problem);
    return 1;
  }
  if (asked.what === 'growth') {
    const { measureGrowth } = await import('./growth/measure-growth.mjs');
    return measureGrowth(toOut(asked), print);
  }
  return run(asked);
}

const toOut = ({ out }) => (out === null ? OUT : resolve(out));

async function run({ what, minutes, only, peers, port, write, ...asked }) {
  const smoke = what === 'smoke';
  const out = toOut(asked);
  await mkdir(out, { recursive: true });
  const added = peers.map((folder) => ({ name: basename(folder), label: basename(folder), source: resolve(folder) }));
  const wanted = [...toContenders(hints()), ...added].filter(({ name }) => only === null || only.includes(name));
  const { built, failed } = await buildContenders(wanted);
  for (const { label, why } of failed) print(`${label} ${why}. The others are measured.`);

  const browser = await measureInBrowser(built, port, {
    minutes: minutes * SHARE,
    rounds: smoke ? 1 : MOST_ROUNDS,
    wanted: smoke ? isSmoke : () => true,
  });
  const server = await measureServer(smoke ? SMOKE_SERVER : SERVER).catch((error) => {
    print(`The server could not be measured: ${toLine(error)}`);
    return null;
  });
  const left = [...failed, ...browser.failed];
  const report = {
    ...toReport({ contenders: built, results: browser.results }),
    server,
    failed: left.map(({ name, label, why }) => ({ name, label, why })),
    rounds: Math.max(0, ...built.map(({ name }) => browser.results[name]?.fast?.length ?? 0)),
    at: new Date().toISOString(),
    machine: machine(browser.version),
  };
  const targets = toTargets(report);
  print(`\n${toTable(report)}`);
  if (server) print(`\n${toServerTable(server)}`);
  print(`\n${toTargetTable(targets)}`);
  for (const { label, why } of left) print(`${label} ${why}.`);
  await writeFile(join(out, 'results.json'), JSON.stringify({ ...report, targets, raw: browser.results }, null, 1));
  await writeFile(join(out, 'index.html'), toPage(report, targets));
  print(`\nWritten: ${['results.json', 'index.html'].map((file) => relative(root, join(out, file))).join(' and ')}`);
  if (write) print(await writeReadme(report));
  return left.length === 0 && browser.why === undefined && server ? 0 : 1;
}

/** Everybody is visited, and every kind of visit is made. */
const isSmoke = ({ name }, kind) => kind === 'fast' || name === US;

async function measureInBrowser(contenders, port, plan) {
  const { path, why } = await seekChromium();
  if (!path) {
    print(`${why} What needs no browser is measured.`);
    return { results: {}, failed: [], why };
  }
  const shop = await forkShop({ port });
  try {
    return await measure({ executablePath: path, shop, contenders, print, ...plan });
  } finally {
    await shop.close();
  }
}

/** What it was measured on; nothing that tells whose machine it is. */
const machine = (chromium = null) => ({
  processors: availableParallelism(),
  model: cpus()[0]?.model ?? 'unknown',
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  system: `${process.platform} ${process.arch}`,
  node: process.version,
  chromium,
});
