/** Writes down that something happened, with the object as it was at that moment. */
import { apiVersion } from '../api-version.js';
import type { Account } from '../state/account.js';
import { makeId } from '../state/make-id.js';
import type { EventType } from '../stripe-types.js';
import type { EventRecord } from './event-record.js';

export function recordEvent(account: Account, type: EventType, object: object, previous?: object): EventRecord {
  const event: EventRecord = {
    id: makeId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: account.now(),
    data: { object: structuredClone(object), ...(previous ? { previous_attributes: structuredClone(previous) } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: account.request,
    type,
  };
  account.events.set(event.id, event);
  return event;
}
