/** An event as it is kept and sent. */
import type { EventType } from '../stripe-types.js';

/** `Stripe.Event` is a union of 276 members by type; this is their common shape on the wire. */
export interface EventRecord {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object; readonly previous_attributes?: object };
  readonly livemode: false;
  pending_webhooks: number;
  readonly request: RequestRef;
  readonly type: EventType;
}

/** What started a change. */
export interface RequestRef {
  readonly id: string | null;
  readonly idempotency_key: string | null;
}
