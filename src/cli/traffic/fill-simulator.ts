/** Fills a simulator that is being served, and says so to whoever waits. */
import type { Simulator } from '../../simulator/index.js';
import { openEventFiles } from './event-files.js';
import type { HistoryClock } from './history-clock.js';
import { runTraffic, type TrafficSummary } from './run-traffic.js';
import type { TrafficOptions } from './traffic-options.js';

/** What is filled, with what, and where to say how it goes. */
export interface Filling {
  readonly simulator: Simulator;
  /** The clock the simulator was made with. */
  readonly clock: HistoryClock;
  readonly options: TrafficOptions;
  /** Folder for funnel events, or null. */
  readonly folder: string | null;
  /** Gets the share of the units that have come, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Why there are no customers, in one line. */
export class TrafficError extends Error {
  override readonly name = 'TrafficError';
}

/** Resolves when the account holds the history. Rejects with a {@link TrafficError} when the `stripe` package is missing. */
export async function fillSimulator({
  simulator,
  clock,
  options,
  folder,
  onProgress,
}: Filling): Promise<TrafficSummary> {
  const { default: Stripe } = await import('stripe').catch((cause: unknown) => {
    throw new TrafficError('The package stripe is missing. Run npm install stripe.', { cause });
  });
  const stripe = new Stripe(`sk_test_${options.account}`, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(new Request(input, init))),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const files = folder === null ? null : openEventFiles(folder);
  try {
    return await runTraffic(
      {
        ...options,
        until: Date.now(),
        onProgress: (arrived) => {
          onProgress(arrived / options.units);
        },
        ...(files && { events: files }),
      },
      {
        fetch: simulator.fetch,
        stripe,
        setTime: (ms) => {
          clock.set(options.account, ms);
        },
      },
    );
  } finally {
    await files?.close();
  }
}
