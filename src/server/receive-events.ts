/** Takes funnel events: strictly what the contract names, and of the request nothing but its body. */
import { funnelBatchSchema, type FunnelBatch } from '../contract/funnel-events.js';
import type { EventStore } from './event-store.js';
import { parseBody } from './parse-body.js';
import { Refusal } from './refusal.js';

/**
 * Keeps a batch.
 *
 * @param store - Undefined closes the route: pages stop sending when they meet a 404.
 * @param readBody - Reads the body once the store is known to be there.
 * @param now - Milliseconds since the Unix epoch.
 */
export async function receiveEvents(
  store: EventStore | undefined,
  readBody: () => Promise<string>,
  now: () => number = Date.now,
): Promise<void> {
  if (store === undefined) {
    throw new Refusal('request.not_found', { detail: 'Set `events` of createCheckoutServer to open this route.' });
  }
  const { events } = parseBody<FunnelBatch>(funnelBatchSchema, await readBody());
  const receivedAt = now();
  await store.append(events.map((event) => ({ ...event, receivedAt })));
}
