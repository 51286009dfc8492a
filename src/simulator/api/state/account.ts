/** Everything one account owns. Insertion order is age. */
import type {
  Charge,
  Customer,
  DeletedCustomer,
  Invoice,
  InvoicePayment,
  PaymentIntent,
  Price,
  Product,
  Subscription,
  WebhookEndpoint,
  EventType,
} from '../stripe-types.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { recordEvent, type EventRecord } from '../events/record-event.js';
import type { MethodRecord } from '../payments/method-record.js';

/** What started a change, as events tell it. */
export interface RequestRef {
  readonly id: string | null;
  readonly idempotency_key: string | null;
}

export interface Account {
  readonly name: string;
  /** Unix seconds by the injected clock. */
  readonly now: () => number;
  /** Writes an event down; the object is copied as it is at this moment. */
  readonly emit: (type: EventType, object: object, previous?: object) => void;
  /** Events of the request that is running; they are told when it is done. */
  readonly outbox: EventRecord[];
  readonly flush: () => void;
  request: RequestRef;
  /** Where links handed out should lead: the simulator as the current caller sees it. */
  origin: string;
  invoicesMade: number;
  readonly customers: Map<string, Customer>;
  readonly deletedCustomers: Map<string, DeletedCustomer>;
  readonly products: Map<string, Product>;
  readonly prices: Map<string, Price>;
  readonly paymentMethods: Map<string, MethodRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly paymentIntents: Map<string, PaymentIntent>;
  readonly charges: Map<string, Charge>;
  readonly subscriptions: Map<string, Subscription>;
  readonly invoices: Map<string, Invoice>;
  readonly invoicePayments: Map<string, InvoicePayment>;
  readonly events: Map<string, EventRecord>;
  readonly webhookEndpoints: Map<string, WebhookEndpoint>;
}

export function createAccount(
  name: string,
  now: () => number,
  deliver: (account: Account, event: EventRecord) => void,
): Account {
  const account: Account = {
    name,
    now,
    emit: (type, object, previous) => {
      account.outbox.push(recordEvent(account, type, object, previous));
    },
    outbox: [],
    flush: () => {
      for (const event of account.outbox.splice(0)) deliver(account, event);
    },
    request: { id: null, idempotency_key: null },
    origin: '',
    invoicesMade: 0,
    customers: new Map(),
    deletedCustomers: new Map(),
    products: new Map(),
    prices: new Map(),
    paymentMethods: new Map(),
    sessions: new Map(),
    paymentIntents: new Map(),
    charges: new Map(),
    subscriptions: new Map(),
    invoices: new Map(),
    invoicePayments: new Map(),
    events: new Map(),
    webhookEndpoints: new Map(),
  };
  return account;
}
