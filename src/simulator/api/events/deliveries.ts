/** Brings events to webhook endpoints: signed, in order of their making, again when refused; on demand late, doubled, reversed. */
import type { Account } from '../state/account.js';
import type { WebhookEndpoint } from '../stripe-types.js';
import { postEvent, type PostOptions } from './post-event.js';
import type { EventRecord } from './event-record.js';

/** Stripe's sandboxes try again three times over some hours; here the waits are short. */
const retryAfter = [1_000, 5_000, 25_000];

export interface DeliveryOptions extends PostOptions {
  readonly wait: (ms: number) => Promise<void>;
}

/** How held webhooks are let go. */
export interface Release {
  /** In the order they were made, which is the default, or the last one first. */
  readonly order?: 'made' | 'reversed' | undefined;
  /** How often each is delivered. */
  readonly copies?: number | undefined;
}

export interface Deliveries {
  readonly send: (account: Account, event: EventRecord) => void;
  /** Keeps the account's deliveries back until they are released. */
  readonly hold: (account: string) => void;
  readonly release: (account: string, how: Release) => void;
  /** How many deliveries are kept back; null when none are to be. */
  readonly held: (account: string) => number | null;
  /** Delivers an event once more, to each endpoint that wants it now. Answers how many those are. */
  readonly resend: (account: Account, event: EventRecord) => number;
  /** Resolves when nothing is under way any more, retries and their consequences included. What is held stays held. */
  readonly settled: () => Promise<void>;
}

export function createDeliveries(options: DeliveryOptions): Deliveries {
  const running = new Set<Promise<void>>();
  /** One queue per endpoint: the next event waits for the first try of the one before. */
  const queues = new Map<string, Promise<void>>();
  const held = new Map<string, (() => void)[]>();

  const start = (account: Account, endpoint: WebhookEndpoint, event: EventRecord, payload: string): void => {
    const before = queues.get(endpoint.id) ?? Promise.resolve();
    const first = before.then(() => postEvent(options, account, endpoint.id, payload));
    queues.set(
      endpoint.id,
      first.then(() => undefined),
    );
    const work = first.then(async (accepted) => {
      const delivered = accepted || (await retry(options, account, endpoint, payload));
      if (delivered) event.pending_webhooks = Math.max(0, event.pending_webhooks - 1);
    });
    running.add(work);
    void work.finally(() => running.delete(work));
  };

  const send = (account: Account, event: EventRecord): number => {
    const endpoints = [...account.webhookEndpoints.values()].filter((endpoint) => wants(endpoint, event));
    event.pending_webhooks = endpoints.length;
    if (endpoints.length === 0) return 0;
    const payload = JSON.stringify(event, null, 2);
    for (const endpoint of endpoints) {
      const go = (): void => {
        start(account, endpoint, event, payload);
      };
      const waiting = held.get(account.name);
      if (waiting) waiting.push(go);
      else go();
    }
    return endpoints.length;
  };

  return {
    send,
    resend: send,
    held: (account) => held.get(account)?.length ?? null,
    hold: (account) => {
      if (!held.has(account)) held.set(account, []);
    },
    release: (account, { order = 'made', copies = 1 }) => {
      const waiting = held.get(account) ?? [];
      held.delete(account);
      const ordered = order === 'made' ? waiting : waiting.toReversed();
      for (const go of ordered) for (let copy = 0; copy < copies; copy += 1) go();
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
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
    if (await postEvent(options, account, endpoint.id, payload)) return true;
  }
  return false;
}
