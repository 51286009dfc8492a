/** An account of a simulator in this process, filled with traffic. */
import Stripe from 'stripe';
import type { StoredFunnelEvent } from '../../../../src/contract/funnel-events.js';
import { runTraffic } from '../../../../src/cli/traffic/run-traffic.js';
import { TRAFFIC_DEFAULTS, type TrafficOptions } from '../../../../src/cli/traffic/traffic-options.js';
import { createSimulator } from '../../../../src/simulator/index.js';

/** A Sunday, noon. The simulator's clock stands there once the history is written. */
export const UNTIL = Date.UTC(2026, 10, 22, 12);

/** Fills an account and returns what there is of it. */
export async function fillAccount(change: Partial<TrafficOptions> & Pick<TrafficOptions, 'units'>) {
  const options: TrafficOptions = { ...TRAFFIC_DEFAULTS, account: 'traffic', ...change };
  let time = UNTIL;
  const simulator = createSimulator({ now: () => time });
  const stripe = new Stripe(`sk_test_${options.account}`, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const events: StoredFunnelEvent[] = [];
  const summary = await runTraffic(
    {
      ...options,
      until: UNTIL,
      events: { take: (event) => events.push(event), flush: () => Promise.resolve() },
    },
    {
      fetch: simulator.fetch,
      stripe,
      setTime: (ms) => {
        time = ms ?? UNTIL;
      },
    },
  );
  return { simulator, stripe, summary, events };
}
