/** A local Stripe, two processes of the example server, and the proxy in front of them. */
import Stripe from 'stripe';
import { seedPrice } from '../../../src/cli/verify/simulated-stripe.js';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { serveSimulator } from '../../../src/simulator/serve-simulator.js';
import { ServerProcess } from './process.js';
import { startRoundRobin } from './round-robin.js';

export const ORIGIN = 'https://shop.example';
const ACCOUNT = 'load';
const EXAMPLE = 'examples/backends/node/server.mjs';

export type Place = Awaited<ReturnType<typeof openPlace>>;

/** Opens it. `file` is the server's, from the repository's top folder; `wait` holds what a `delay` fault delays. */
export async function openPlace({
  file = EXAMPLE,
  processes = 2,
  env = {},
  wait,
}: {
  readonly file?: string;
  readonly processes?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly wait?: SimulatorOptions['wait'];
} = {}) {
  const { url: stripeUrl, simulator, close } = await serveSimulator({ port: 0, ...(wait && { wait }) });
  const { hostname, port } = new URL(stripeUrl);
  const stripe = new Stripe(`sk_test_${ACCOUNT}`, { host: hostname, port, protocol: 'http', telemetry: false });
  await seedPrice(stripe, { key: 'pro_monthly', every: 'month' }, 1000);
  await seedPrice(stripe, { key: 'pro_yearly', every: 'year' }, 9000);
  await seedPrice(stripe, { key: 'team_onboarding', every: 'once' }, 49_900);
  const ports: number[] = [];
  const proxy = await startRoundRobin(ports);
  const { secret = '' } = await stripe.webhookEndpoints.create({
    url: `${proxy.url}/billing/webhooks`,
    enabled_events: ['*'],
  });
  const start = (more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> =>
    ServerProcess.start(file, {
      STRIPE_SECRET_KEY: `sk_test_${ACCOUNT}`,
      STRIPE_API_BASE: stripeUrl,
      STRIPE_WEBHOOK_SECRET: secret,
      BILLING_ORIGIN: ORIGIN,
      BILLING_CUSTOMER_HEADER: 'x-customer',
      ...env,
      ...more,
    });
  const servers: ServerProcess[] = [];
  for (let started = 0; started < processes; started += 1) {
    const server = await start();
    servers.push(server);
    ports.push(server.port);
  }
  return {
    account: ACCOUNT,
    stripe,
    simulator,
    servers,
    proxy,
    webhookSecret: secret,
    /** Asks the local Stripe as a page does. */
    page: (request: Request): Promise<Response> => simulator.fetch(request),
    /** Ends everything; exit codes of the processes. */
    close: async (): Promise<readonly (number | null)[]> => {
      const codes = await Promise.all(servers.map((server) => server.stop()));
      await proxy.close();
      await close();
      return codes;
    },
  };
}
