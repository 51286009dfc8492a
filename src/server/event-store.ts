/** Where funnel events are kept: a port, filled by the host. */
import type { StoredFunnelEvent } from '../contract/funnel-events.js';

/**
 * Keeps funnel events. `createNdjsonEvents` is one in files; a queue or a warehouse takes no more.
 *
 * @example
 * ```ts
 * import type { EventStore } from 'billing-checkout/server';
 *
 * // Hands events to a queue of yours.
 * export const toQueue = (send: (line: string) => Promise<void>): EventStore => ({
 *   append: (events) => send(events.map((event) => JSON.stringify(event)).join('\n')),
 *   close: () => undefined,
 * });
 * ```
 */
export interface EventStore {
  /** Keeps events that came together, all or none. Rejecting answers 500, and the page sends them once more. */
  readonly append: (events: readonly StoredFunnelEvent[]) => Promise<void> | void;
  /** Finishes what has begun. Called by the host when its process ends, never by the server. */
  readonly close: () => Promise<void> | void;
}
