/** Posts funnel events to the merchant's server: in batches, in passing, and never in the way of a payment. */
import type { FunnelEvent } from '../contract/funnel-events.js';
import { EVENTS } from '../contract/routes.js';
import { CONTRACT_VERSION } from '../contract/version.js';
import { REQUEST_TIMEOUT_MS, type HttpBackendOptions } from './http-backend.js';

/** How long an event waits for company, in milliseconds. */
export const SEND_EVERY_MS = 2_000;

/** Events that go together: about ten kilobytes, far below what a page may still send while it is left. */
export const BATCH = 20;

/** Most events kept while the server cannot be reached; then the oldest are given up. */
export const MOST_KEPT = 200;

/** Time, as the sender needs it. */
export interface SenderClock {
  /** Runs an action once, after so many milliseconds; gives a timer. */
  readonly setTimeout: (action: () => void, ms: number) => unknown;
  /** Ends a timer before its time. */
  readonly clearTimeout: (timer: unknown) => void;
}

/** Sends events. Says nothing of failures: nobody pays less well because somebody counts less well. */
export interface EventSender {
  /** Takes an event. It leaves within two seconds, or with those that fill a batch. */
  readonly add: (event: FunnelEvent) => void;
  /** Sends what there is, now: the page may be gone in a moment. */
  readonly flush: () => void;
  /** Sends what there is, and takes nothing more. */
  readonly close: () => void;
}

/** An event as it will travel, and whether it has been sent once without success. */
interface Kept {
  readonly json: string;
  readonly again: boolean;
}

/** Makes a sender to the backend at the endpoint. It ends for good when that has no such route (404). */
export function createEventSender(options: HttpBackendOptions, clock: SenderClock): EventSender {
  let kept: readonly Kept[] = [];
  let timer: unknown;
  let off = false;

  const keep = (events: readonly Kept[]): void => {
    if (off) return;
    kept = events.slice(-MOST_KEPT);
    if (kept.length > 0) timer ??= clock.setTimeout(flush, SEND_EVERY_MS);
  };

  const flush = (): void => {
    clock.clearTimeout(timer);
    timer = undefined;
    const leaving = kept;
    kept = [];
    for (let from = 0; from < leaving.length; from += BATCH) void send(leaving.slice(from, from + BATCH));
  };

  /** An event is sent twice at most. */
  const send = async (batch: readonly Kept[]): Promise<void> => {
    const status = await post(options, batch);
    if (status === 404) {
      off = true;
      kept = [];
    } else if (status === 429 || status >= 500) {
      const again = batch.filter((event) => !event.again).map(({ json }) => ({ json, again: true }));
      keep([...again, ...kept]);
    }
  };

  return {
    add(event) {
      keep([...kept, { json: JSON.stringify(event), again: false }]);
      if (kept.length >= BATCH) flush();
    },
    flush,
    close() {
      flush();
      off = true;
    },
  };
}

/** Resolves to the answer's status; 503 without an answer. */
async function post({ endpoint, headers }: HttpBackendOptions, batch: readonly Kept[]): Promise<number> {
  try {
    const source = headers?.();
    const sent = new Headers(typeof source === 'function' ? await source() : source);
    sent.set('content-type', 'application/json');
    const { status } = await fetch(endpoint().replace(/\/$/, '') + EVENTS, {
      method: 'POST',
      headers: sent,
      body: `{"contract":${CONTRACT_VERSION},"events":[${batch.map(({ json }) => json).join()}]}`,
      credentials: 'include',
      keepalive: true,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return status;
  } catch {
    return 503;
  }
}
