/** Makes an empty account. */
import type { EventRecord } from '../events/event-record.js';
import { recordEvent } from '../events/record-event.js';
import type { Account } from './account.js';
import { createDunning } from '../billing/dunning.js';
import type { EventType } from '../stripe-types.js';
import { Table } from './table.js';

/** Hears what happens, and may make more happen: Billing reacts to payments. */
export type Reaction = (account: Account, type: EventType, object: object) => void;

export function createAccount(
  name: string,
  now: () => number,
  deliver: (account: Account, event: EventRecord) => void,
  later: (account: Account, ms: number, work: () => void) => void,
  react: Reaction = () => undefined,
): Account {
  const account: Account = {
    name,
    now: () => account.frozen ?? now(),
    frozen: null,
    emit: (type, object, previous) => {
      account.outbox.push(recordEvent(account, type, object, previous));
      react(account, type, object);
    },
    later: (ms, work) => {
      later(account, ms, work);
    },
    outbox: [],
    flush: () => {
      for (const event of account.outbox.splice(0)) deliver(account, event);
    },
    request: { id: null, idempotency_key: null },
    origin: '',
    owned: new Map(),
    customers: new Map(),
    customerSessions: new Map(),
    deletedCustomers: new Map(),
    products: new Map(),
    prices: new Map(),
    coupons: new Map(),
    deletedCoupons: new Map(),
    promotionCodes: new Map(),
    discounts: new Map(),
    paymentMethods: new Map(),
    sessions: new Table(),
    expiring: new Map(),
    nextExpiry: Infinity,
    paymentIntents: new Table(),
    setupIntents: new Table(),
    intentStates: new Map(),
    proofs: new Map(),
    departures: new Map(),
    mandates: new Map(),
    confirmationTokens: new Map(),
    charges: new Table(),
    refunds: new Map(),
    disputes: new Map(),
    subscriptions: new Map(),
    invoices: new Map(),
    invoicePayments: new Map(),
    invoiceItems: new Map(),
    testClocks: new Map(),
    announced: new Set(),
    dunning: createDunning(),
    retries: 0,
    taxIds: new Map(),
    events: new Map(),
    webhookEndpoints: new Map(),
  };
  return account;
}
