/** `billing-checkout simulate`: a local Stripe on a port. */
import { parseArgs } from 'node:util';
import { serveSimulator } from '../simulator/serve-simulator.js';

/** Port of a local Stripe, when none is named. */
const DEFAULT_PORT = 12_111;

/** Runs until it is interrupted. */
export async function simulate(args: readonly string[]): Promise<void> {
  const port = toPort(args);
  if (port === null) {
    fail('Write --port and a number from 0 to 65535, such as --port 12111.');
    return;
  }
  try {
    const simulator = await serveSimulator({ port });
    const { hostname, port: listening } = new URL(simulator.url);
    console.log(`A local Stripe listens at ${simulator.url}
  new Stripe('sk_test_simulator', { host: '${hostname}', port: ${listening}, protocol: 'http' })`);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void simulator.close().then(() => process.exit(0)));
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EADDRINUSE') throw error;
    fail(`Port ${port} is in use: choose another with --port.`);
  }
}

function toPort(args: readonly string[]): number | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } });
    const port = Number(values.port ?? DEFAULT_PORT);
    return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
