/** Everything one account owns. Insertion order is age. */
import type {
  Charge,
  Coupon,
  Customer,
  DeletedCustomer,
  Discount,
  Dispute,
  Invoice,
  InvoiceItem,
  InvoicePayment,
  Mandate,
  PaymentIntent,
  Price,
  Product,
  Refund,
  SetupIntent,
  TaxId,
  PromotionCode,
  Subscription,
  TestClock,
  WebhookEndpoint,
  EventType,
} from '../stripe-types.js';
import type { SessionRecord } from '../checkout/session-record.js';
import type { EventRecord, RequestRef } from '../events/event-record.js';
import type { Departure, Proof } from '../payments/awaited.js';
import type { IntentState } from '../payments/intent-state.js';
import type { TokenRecord } from '../payments/token-record.js';
import type { MethodRecord } from '../payments/method-record.js';

import type { CustomerSessionRecord } from '../customers/customer-session-record.js';
import type { Dunning } from '../billing/dunning.js';
import type { Table } from './table.js';

export interface Account {
  readonly name: string;
  /** Unix seconds by the injected clock, or by the test clock whose time it is. */
  readonly now: () => number;
  /** The moment of a test clock, while something is done for a customer of it. */
  frozen: number | null;
  /** Writes an event down; the object is copied as it is at this moment. */
  readonly emit: (type: EventType, object: object, previous?: object) => void;
  /** Events of the request that is running; they are told when it is done. */
  /** Runs what a bank does later: after `ms` milliseconds, outside of any request. */
  readonly later: (ms: number, work: () => void) => void;
  readonly outbox: EventRecord[];
  readonly flush: () => void;
  request: RequestRef;
  /** Where links handed out should lead: the simulator as the current caller sees it. */
  origin: string;
  /** Ids of what was given to a customer or an invoice; see owned.ts. */
  readonly owned: Map<string, string[]>;
  readonly customers: Map<string, Customer>;
  /** By client secret. */
  readonly customerSessions: Map<string, CustomerSessionRecord>;
  readonly deletedCustomers: Map<string, DeletedCustomer>;
  readonly products: Map<string, Product>;
  readonly prices: Map<string, Price>;
  readonly coupons: Map<string, Coupon>;
  /** No longer to be had, still named by what was discounted with them. */
  readonly deletedCoupons: Map<string, Coupon>;
  readonly promotionCodes: Map<string, PromotionCode>;
  readonly discounts: Map<string, Discount>;
  readonly paymentMethods: Map<string, MethodRecord>;
  readonly sessions: Table<SessionRecord>;
  /** Sessions that may still expire, and the Unix second before which none does: time is looked at with every request. */
  readonly expiring: Map<string, SessionRecord>;
  nextExpiry: number;
  readonly paymentIntents: Table<PaymentIntent>;
  readonly setupIntents: Table<SetupIntent>;
  /** Of intents made by API; those of sessions are not in it. */
  readonly intentStates: Map<string, IntentState>;
  /** Intents that wait for the customer to prove a bank account, by id. */
  readonly proofs: Map<string, Proof>;
  /** Customers who were sent to their bank's page, by what its address ends with. */
  readonly departures: Map<string, Departure>;
  readonly mandates: Map<string, Mandate>;
  readonly confirmationTokens: Map<string, TokenRecord>;
  readonly charges: Table<Charge>;
  readonly refunds: Map<string, Refund>;
  readonly disputes: Map<string, Dispute>;
  readonly subscriptions: Map<string, Subscription>;
  readonly invoices: Map<string, Invoice>;
  readonly invoicePayments: Map<string, InvoicePayment>;
  readonly invoiceItems: Map<string, InvoiceItem>;
  readonly testClocks: Map<string, TestClock>;
  /** What Billing has told ahead of time, so that it is told once: `<event>:<id>:<moment>`. */
  readonly announced: Set<string>;
  readonly dunning: Dunning;
  /** How often the next card payment that works is declined first, and tried again by Stripe itself. */
  retries: number;
  readonly taxIds: Map<string, TaxId>;
  readonly events: Map<string, EventRecord>;
  readonly webhookEndpoints: Map<string, WebhookEndpoint>;
}
