/** Starts the demo in this process: local Stripe (or a real account), example backend, pages. Also what the flow tests drive. */
import { mkdtemp, rm } from 'node:fs/promises';
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
 * real Stripe. `account` gives tests an account of their own.
 */
export async function startDemo({ port = 0, simulatorPort = 0, stripeKeys, account = ACCOUNT, quiet = false } = {}) {
  const connection = stripeKeys ? toReal(stripeKeys) : await toSimulated(simulatorPort, account);
  let listener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const url = `http://localhost:${server.address().port}/`;
  const { customer, webhookSecret } = await seed(connection.stripe, {
    webhookUrl: connection.simulatorUrl && `${url}billing/webhooks`,
  });
  // Funnel events live as long as the Stripe that they are about.
  const eventsFolder = stripeKeys ? '.tmp/events' : await mkdtemp(join(tmpdir(), 'billing-events-'));
  const events = createNdjsonEvents(eventsFolder);
  listener = createDemo({
    ...connection,
    url,
    customer,
    webhookSecret: webhookSecret ?? connection.webhookSecret,
    events,
    quiet,
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
      await events.close();
      if (!stripeKeys) await rm(eventsFolder, { recursive: true, force: true });
    },
  };
}

async function toSimulated(simulatorPort, account) {
  const { serveSimulator } = await import('../dist/simulator/serve-simulator.js');
  const simulator = await serveSimulator({ port: simulatorPort });
  const { hostname, port, origin } = new URL(simulator.url);
  return {
    // Next door, what has failed once has failed: no pauses before another try.
    stripe: new Stripe(`sk_test_${account}`, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
    }),
    publishableKey: `pk_test_${account}`,
    simulatorUrl: origin,
    close: () => simulator.close(),
  };
}

const toReal = ({ secretKey, publishableKey, webhookSecret }) => ({
  stripe: new Stripe(secretKey),
  publishableKey,
  webhookSecret,
});
