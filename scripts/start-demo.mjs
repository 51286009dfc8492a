/** Starts the demo in this process: local Stripe (or a real account), example backend, pages. Also what the flow tests drive. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { createNdjsonEvents } from '../dist/server/index.js';
import { createDemo } from '../examples/backend/demo.mjs';
import { seed } from '../examples/backend/seed.mjs';

/** Account of the local Stripe that the demo uses: `sk_test_simulator`. */
const ACCOUNT = 'simulator';

/**
 * Starts it. `port` 0 takes any free one, `simulatorPort` too. With `stripeKeys` it runs against
 * real Stripe. `account` gives tests an account of their own, `customers` says how many the report is made of, `hooks`
 * hear what the shop's server tells.
 */
export async function startDemo(options = {}) {
  const { port = 0, simulatorPort = 0, stripeKeys, account = ACCOUNT, customers, quiet = false, hooks } = options;
  const connection = stripeKeys ? toReal(stripeKeys) : await toSimulated(simulatorPort, account, customers);
  let listener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const url = `http://localhost:${server.address().port}/`;
  const { customer, returning, webhookSecret } = await seed(connection.stripe, {
    webhookUrl: connection.simulatorUrl && `${url}billing/webhooks`,
  });
  // Funnel events live as long as the Stripe that they are about.
  const eventsFolder = stripeKeys ? '.tmp/events' : await mkdtemp(join(tmpdir(), 'billing-events-'));
  const events = createNdjsonEvents(eventsFolder);
  listener = createDemo({
    ...connection,
    url,
    customer,
    returning,
    webhookSecret: webhookSecret ?? connection.webhookSecret,
    events,
    report: connection.report ?? toOwnReport(connection.stripe, eventsFolder),
    quiet,
    ...(hooks && { hooks }),
  });
  return {
    url,
    simulatorUrl: connection.simulatorUrl,
    stripe: connection.stripe,
    customer,
    /** Folder of the funnel events, for `report --events`. */
    eventsFolder,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connection.close?.();
      await connection.report?.close();
      await events.close();
      if (!stripeKeys) await rm(eventsFolder, { recursive: true, force: true });
    },
  };
}

async function toSimulated(simulatorPort, account, customers) {
  const { serveSimulator } = await import('../dist/simulator/serve-simulator.js');
  const { createHistoryClock } = await import('../dist/cli/traffic/history-clock.js');
  const { createTrafficReport } = await import('./traffic-report.mjs');
  const clock = createHistoryClock();
  const simulator = await serveSimulator({ port: simulatorPort, now: clock.now });
  const { hostname, port, origin } = new URL(simulator.url);
  // Next door, what has failed once has failed: no pauses before another try.
  const toStripe = (key) =>
    new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });
  return {
    stripe: toStripe(`sk_test_${account}`),
    report: createTrafficReport({ simulator: simulator.simulator, clock, toStripe, units: customers }),
    publishableKey: `pk_test_${account}`,
    simulatorUrl: origin,
    close: () => simulator.close(),
  };
}

/** With real keys the account's own experiment, and drop-off where events have been kept. */
const toOwnReport = (stripe, folder) => ({
  stripe,
  experiment: 'pages',
  prepare: async () => ((await readdir(folder).catch(() => [])).length > 0 ? folder : undefined),
});

const toReal = ({ secretKey, publishableKey, webhookSecret }) => ({
  stripe: new Stripe(secretKey),
  publishableKey,
  webhookSecret,
});
