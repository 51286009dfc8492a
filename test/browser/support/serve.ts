/** Before the browser's tests: a local Stripe, and a backend that answers the pages of the test runner. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startDemo } from '../../../scripts/start-demo.mjs';
import { createCheckoutServer, toNodeListener } from '../../../dist/server/index.js';

/** The Stripe account of these tests. */
const ACCOUNT = 'browser_tests';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly shop: {
      /** Where the contract is answered. */
      readonly endpoint: string;
      readonly simulatorUrl: string;
      readonly account: string;
      readonly publishableKey: string;
    };
  }
}

/** Starts them, tells the tests where, and gives the way to stop. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const demo = await startDemo({ quiet: true, account: ACCOUNT });
  const backend = await listen(demo.stripe);
  const { port } = backend.address() as AddressInfo;
  provide('shop', {
    endpoint: `http://localhost:${String(port)}/billing`,
    simulatorUrl: demo.simulatorUrl,
    account: ACCOUNT,
    publishableKey: `pk_test_${ACCOUNT}`,
  });
  return async () => {
    backend.closeAllConnections();
    await new Promise((resolve) => backend.close(resolve));
    await demo.close();
  };
}

/** The runner's pages have a port of the runner's choice, so whoever on this machine asks is let in. */
async function listen(stripe: Parameters<typeof createCheckoutServer>[0]['stripe']): Promise<Server> {
  const listeners = new Map<string, ReturnType<typeof toNodeListener>>();
  const server = createServer((request, response) => {
    const { origin = 'http://localhost' } = request.headers;
    const listener =
      listeners.get(origin) ??
      toNodeListener(
        createCheckoutServer({
          stripe,
          origins: [origin],
          customer: () => null,
          prices: {
            pro_monthly: { quantity: { min: 1, max: 500 } },
            team_monthly: { quantity: { min: 1, max: 500 }, promotionCodes: true },
            team_onboarding: { multiple: true },
          },
        }),
      );
    listeners.set(origin, listener);
    void listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}
