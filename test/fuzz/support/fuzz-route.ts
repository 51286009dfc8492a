/** Sends requests to a route, and measures. */
import { createHistogram } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { FuzzShop } from './fuzz-shop.js';
import { findFault, HANG } from './judge.js';
import { requestsTo, type FuzzRequest, type Route } from './requests.js';

/** After so many requests Stripe begins anew, and what is held is weighed. */
const SEGMENT = 2_500;

/** What a run showed. */
export interface RouteFigures {
  readonly route: Route;
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Bytes on the heap after a collection: after the first segment, and after the last. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly failure: RouteFailure | null;
}

/** A request that broke what holds, as small as it could be made. */
export interface RouteFailure {
  readonly fault: string;
  readonly request: FuzzRequest;
  /** For `--path`. */
  readonly path: string;
}

export interface FuzzOptions {
  readonly route: Route;
  readonly requests: number;
  readonly seed: number;
  readonly path?: string | undefined;
}

/** What hangs does so each time; a machine that is busy with other work is slow once. */
const TRIES = 3;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The least of a few collections: streams and requests are let go in turns of their own. */
async function weigh(): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 6; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    collect();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least;
}

/** Fuzzes one route. */
export async function fuzzRoute({ route, requests, seed, path }: FuzzOptions): Promise<RouteFigures> {
  const shop = new FuzzShop();
  await shop.renew();
  const micros = createHistogram();
  const statuses: Record<string, number> = {};
  let sent = 0;
  let heapBefore = 0;

  const property = fc.asyncProperty(requestsTo[route], async (described) => {
    if (sent % SEGMENT === 0 && sent > 0) {
      await shop.renew();
      if (heapBefore === 0) heapBefore = await weigh();
    }
    sent += 1;
    for (let tries = 1; ; tries += 1) {
      const request = await shop.toRequest(described);
      const begun = performance.now();
      const response = await shop.server.fetch(request);
      const took = performance.now() - begun;
      micros.record(Math.max(1, Math.round(took * 1000)));
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      const again = took > HANG && tries < TRIES;
      const fault = await findFault(request, response, again ? 0 : took, shop.failures.splice(0));
      if (fault !== null) throw new Error(fault);
      if (!again) return;
    }
  });
  const result = await fc.check(property, { seed, numRuns: requests, ...(path !== undefined && { path }) });
  await shop.renew();
  const [request] = result.counterexample ?? [];
  const fault = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  const heapAfter = await weigh();
  return {
    route,
    requests: sent,
    statuses,
    p50: micros.percentile(50) / 1000,
    p99: micros.percentile(99) / 1000,
    max: micros.max / 1000,
    heapBefore: heapBefore === 0 ? heapAfter : heapBefore,
    heapAfter,
    failure: request === undefined ? null : { fault, request, path: result.counterexamplePath ?? '' },
  };
}
