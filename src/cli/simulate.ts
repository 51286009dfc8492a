/** `billing-checkout simulate`: a local Stripe on a port, empty or with the customers of an experiment. */
import { parseArgs } from 'node:util';
import { serveSimulator, type ServedSimulator } from '../simulator/serve-simulator.js';
import { fillSimulator, TrafficError } from './traffic/fill-simulator.js';
import { createHistoryClock, type HistoryClock } from './traffic/history-clock.js';
import {
  readTrafficFlags,
  TRAFFIC_FLAGS,
  type TrafficFlags,
  type TrafficRequest,
} from './traffic/read-traffic-flags.js';
import { showProgress } from './traffic/show-progress.js';

/** Port of a local Stripe, when none is named. */
const DEFAULT_PORT = 12_111;

/** Runs until it is interrupted. */
export async function simulate(args: readonly string[]): Promise<void> {
  const flags = readFlags(args);
  const port = toPort(flags);
  if (flags === null || port === null) {
    fail(flags === null ? whatIsWrong(args) : 'Write --port and a number from 0 to 65535, such as --port 12111.');
    return;
  }
  const { port: _, ...rest } = flags;
  const traffic = readTrafficFlags(rest);
  if (traffic.kind === 'problem') {
    fail(traffic.line);
    return;
  }
  const clock = createHistoryClock();
  const simulator = await serve(port, clock);
  if (simulator === null) return;
  endOnSignal(simulator);
  try {
    if (traffic.kind === 'traffic') await fill(simulator, clock, traffic);
  } catch (error) {
    await simulator.close();
    if (!(error instanceof TrafficError)) throw error;
    fail(error.message);
    return;
  }
  const { hostname, port: listening } = new URL(simulator.url);
  const account = traffic.kind === 'traffic' ? traffic.options.account : 'simulator';
  console.log(`A local Stripe listens at ${simulator.url}
  new Stripe('sk_test_${account}', { host: '${hostname}', port: ${listening}, protocol: 'http' })`);
  if (traffic.kind === 'traffic') console.log(toReportCommand(simulator.url, traffic));
}

/** Null when the port is taken, which has been said then. */
async function serve(port: number, { now }: HistoryClock): Promise<ServedSimulator | null> {
  try {
    return await serveSimulator({ port, now });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EADDRINUSE') throw error;
    fail(`Port ${port} is in use: choose another with --port.`);
    return null;
  }
}

type Traffic = Extract<TrafficRequest, { kind: 'traffic' }>;

async function fill({ simulator }: ServedSimulator, clock: HistoryClock, { options, folder }: Traffic): Promise<void> {
  const onProgress = showProgress('Customers');
  const { units, visits } = await fillSimulator({ simulator, clock, options, folder, onProgress });
  const { experiment, days } = options;
  console.error(
    `Experiment ${experiment}, ${String(days)} days: ${String(units['two-page'])} units saw two-page, ${String(units['one-page'])} one-page, in ${String(visits)} visits.`,
  );
}

const toReportCommand = (url: string, { options, folder }: Traffic): string =>
  `  STRIPE_SECRET_KEY=sk_test_${options.account} npx billing-checkout report --experiment ${options.experiment} --stripe ${url}${folder === null ? '' : ` --events ${folder}`}`;

function endOnSignal(simulator: ServedSimulator): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
}

type Flags = TrafficFlags & { readonly port?: string | undefined };

function readFlags(args: readonly string[]): Flags | null {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' }, ...TRAFFIC_FLAGS } }).values;
  } catch {
    return null;
  }
}

/** A flag nobody knows, or one without its value. */
function whatIsWrong(args: readonly string[]): string {
  const known = ['port', ...Object.keys(TRAFFIC_FLAGS)].map((name) => `--${name}`);
  const stranger = args.find(
    (arg) => arg.startsWith('-') && !known.includes(arg.split('=')[0] ?? '') && !/^-[\d.]/.test(arg),
  );
  if (stranger !== undefined) return `There is no ${stranger.split('=')[0] ?? ''}: simulate takes ${known.join(' ')}.`;
  return `Every flag of simulate takes one value, such as --traffic 5000; write a negative one as --lift=-0.05.`;
}

function toPort(flags: Flags | null): number | null {
  const port = Number(flags?.port ?? DEFAULT_PORT);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
