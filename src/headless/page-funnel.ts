/** The funnel of a checkout on a page: to the host's own function, and to the backend where the host wants that. */
import type { HttpBackendOptions } from '../backend/http-backend.js';
import { createEventSender } from '../backend/event-sender.js';
import { createFunnel, type Funnel, type FunnelContext, type FunnelSink } from './funnel.js';
import type { Clock } from './timers.js';

/** What the funnel of a page needs. */
export interface PageFunnelOptions {
  /** What is shown. Read at each event. */
  readonly context: () => FunnelContext;
  /** The host's own function, if it has one. Read at each event. */
  readonly analytics?: () => FunnelSink | null;
  /** Whether events go to `POST <endpoint>/events`. Read at each event. Default: they do not. */
  readonly sends?: () => boolean;
  /** Where that is. */
  readonly http: HttpBackendOptions;
  /** Gives each event its time, and holds the timer that sends them. */
  readonly clock: Clock;
  /** Milliseconds since any beginning, unmoved by whoever sets the clock. Default: `performance.now()`. */
  readonly elapsed?: () => number;
}

/** The funnel of a checkout on a page. One for each checkout; give it as a port. */
export interface PageFunnel extends Funnel {
  /** Listens to the page being hidden and left. */
  readonly listen: (signal: AbortSignal) => void;
}

/**
 * Makes the funnel of a checkout on a page.
 *
 * @example
 * ```ts
 * import { createPageFunnel, systemClock } from 'billing-checkout/headless';
 *
 * // Give it to the checkout as its port `funnel`.
 * export const funnel = createPageFunnel({
 *   context: () => ({ flow: 'one-page', experiment: null }),
 *   sends: () => true,
 *   http: { endpoint: () => '/billing' },
 *   clock: systemClock,
 * });
 * ```
 */
export function createPageFunnel({ context, analytics, sends, http, clock, elapsed }: PageFunnelOptions): PageFunnel {
  const sender = createEventSender(http, clock);
  const funnel = createFunnel({
    context,
    sinks: [
      (event) => {
        if (sends?.()) sender.add(event);
      },
      (event) => analytics?.()?.(event),
    ],
    now: () => clock.now(),
    ...(elapsed && { elapsed }),
  });
  return {
    ...funnel,
    end() {
      funnel.end();
      sender.close();
    },
    listen(signal) {
      window.addEventListener(
        'pagehide',
        () => {
          funnel.end();
          sender.flush();
        },
        { signal },
      );
      document.addEventListener(
        'visibilitychange',
        () => {
          if (document.visibilityState === 'hidden') sender.flush();
        },
        { signal },
      );
    },
  };
}
