/** Brings events to webhook endpoints: signed, in order of their making, again when refused. */
import type { Account } from '../state/account.js';
import type { WebhookEndpoint } from '../stripe-types.js';
import type { EventRecord } from './record-event.js';
import { signPayload } from './sign-payload.js';

/** Stripe's sandboxes try again three times over some hours; here the waits are short. */
const retryAfter = [1_000, 5_000, 25_000];

export interface DeliveryOptions {
  /** Unix seconds. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly fetch: typeof fetch;
}

export interface Deliveries {
  readonly send: (account: Account, event: EventRecord) => void;
  /** Resolves when nothing is under way any more, retries and their consequences included. */
  readonly settled: () => Promise<void>;
}

export function createDeliveries(options: DeliveryOptions): Deliveries {
  const running = new Set<Promise<void>>();
  /** One queue per endpoint: the next event waits for the first try of the one before. */
  const queues = new Map<string, Promise<void>>();

  const track = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };

  const send = (account: Account, event: EventRecord): void => {
    for (const endpoint of account.webhookEndpoints.values()) {
      if (!wants(endpoint, event)) continue;
      event.pending_webhooks += 1;
      // What is sent is the event as it is now; its count of pending deliveries is not part of that.
      const payload = JSON.stringify(event, null, 2);
      const before = queues.get(endpoint.id) ?? Promise.resolve();
      const first = before.then(() => attempt(options, account, endpoint, payload));
      queues.set(
        endpoint.id,
        first.then(() => undefined),
      );
      track(
        first.then(async (accepted) => {
          if (accepted || (await retry(options, account, endpoint, payload))) event.pending_webhooks -= 1;
        }),
      );
    }
  };
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };
  return { send, settled };
}

function wants(endpoint: WebhookEndpoint, event: EventRecord): boolean {
  if (endpoint.status !== 'enabled') return false;
  return endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(event.type);
}

async function retry(
  options: DeliveryOptions,
  account: Account,
  endpoint: WebhookEndpoint,
  payload: string,
): Promise<boolean> {
  for (const delay of retryAfter) {
    await options.wait(delay);
    if (await attempt(options, account, endpoint, payload)) return true;
  }
  return false;
}

/** Time and signature are fresh for every try. Any 2xx is a yes; a redirect is not followed. */
async function attempt(
  { now, fetch }: DeliveryOptions,
  account: Account,
  { id }: WebhookEndpoint,
  payload: string,
): Promise<boolean> {
  const endpoint = account.webhookEndpoints.get(id);
  if (!endpoint?.secret || endpoint.status !== 'enabled') return true;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': await signPayload(payload, endpoint.secret, now()),
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
  try {
    const response = await fetch(endpoint.url, { method: 'POST', headers, body: payload, redirect: 'manual' });
    return response.ok;
  } catch {
    return false;
  }
}
