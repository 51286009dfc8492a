/** A customer whose way is told as funnel events. */
import type { FunnelEvent, FunnelEventType } from '../../../src/contract/funnel-events.js';
import type { HttpBackendOptions } from '../../../src/backend/http-backend.js';
import type { FunnelContext } from '../../../src/headless/funnel.js';
import { createPageFunnel } from '../../../src/headless/page-funnel.js';
import { Customer, type CustomerOptions } from './customer.js';
import { ManualClock } from './manual-clock.js';
import { ENDPOINT, type Shop } from './shop.js';

export interface WatchOptions extends CustomerOptions {
  readonly experiment?: FunnelContext['experiment'];
  /** Whether events are posted. */
  readonly sends?: boolean;
  readonly headers?: HttpBackendOptions['headers'];
  /** The host's own function, after ours. */
  readonly analytics?: (event: FunnelEvent) => void;
}

export interface Watched {
  readonly customer: Customer;
  readonly events: FunnelEvent[];
  /** What has been told, in order. */
  readonly types: () => FunnelEventType[];
  /** What was told of one kind. */
  readonly told: <T extends FunnelEventType>(type: T) => Extract<FunnelEvent, { type: T }>[];
}

/** A customer who has not begun. */
export function watch(shop: Shop, options: WatchOptions = {}): Watched {
  const { clock = new ManualClock(), experiment = null, sends = false, headers, analytics } = options;
  const events: FunnelEvent[] = [];
  const funnel = createPageFunnel({
    context: () => ({ flow: customer.host.pages, experiment }),
    analytics: () => (event) => {
      events.push(event);
      analytics?.(event);
    },
    sends: () => sends,
    http: { endpoint: () => ENDPOINT, ...(headers && { headers }) },
    clock,
    elapsed: () => clock.now(),
  });
  const customer = new Customer(shop, { ...options, clock, funnel });
  return {
    customer,
    events,
    types: () => events.map(({ type }) => type),
    told: <T extends FunnelEventType>(type: T) =>
      events.filter((event): event is Extract<FunnelEvent, { type: T }> => event.type === type),
  };
}

/** A customer in front of a form that can be paid. */
export async function open(shop: Shop, options?: WatchOptions): Promise<Watched> {
  const watched = watch(shop, options);
  watched.customer.checkout.load();
  await watched.customer.reaches('ready');
  return watched;
}
