/** The moments at which something can go wrong: requests, by the way they take, and times in between. */
import type { Wire } from './world.js';

/** A request that a flow makes. */
interface RequestMoment {
  readonly wire: Wire;
  readonly method: string;
  readonly path: RegExp;
  /** Stripe's answer to the payment is lost first: nobody knows then. */
  readonly unclear?: true;
  /** The host sells another quantity before paying. */
  readonly changes?: true;
  /** Only once Pay is pressed. */
  readonly pressed?: true;
  /** The tag sends funnel events. */
  readonly counts?: true;
  /** Only what comes after the customer has come back from the bank. */
  readonly returned?: true;
  readonly what: string;
}

/** Requests, in the order of a payment. */
export const REQUESTS = {
  open: { wire: 'shop', method: 'POST', path: /^\/billing\/sessions$/, what: 'the element opens the session' },
  prices: { wire: 'api', method: 'GET', path: /^\/v1\/prices/, what: 'the server reads prices' },
  create: { wire: 'api', method: 'POST', path: /^\/v1\/checkout\/sessions$/, what: 'the server makes the session' },
  'intents file': {
    wire: 'shop',
    method: 'GET',
    path: /^\/intents-gateway\.js/,
    what: 'our file for invoices and subscriptions is loaded',
  },
  'extras file': { wire: 'shop', method: 'GET', path: /^\/extras\.js/, what: 'our file for extra fields is loaded' },
  script: { wire: 'stripe', method: 'GET', path: /\/stripe\.js/, what: 'Stripe.js is loaded' },
  frame: { wire: 'stripe', method: 'GET', path: /^\/frames\/payment\.html/, what: 'a field of Stripe’s is loaded' },
  'frame js': { wire: 'stripe', method: 'GET', path: /^\/frames\/address\.js/, what: 'a field’s script is loaded' },
  init: {
    wire: 'stripe',
    method: 'POST',
    path: /^\/v1\/payment_pages\/[^/]+\/init/,
    what: 'Stripe.js reads the session',
  },
  intent: {
    wire: 'stripe',
    method: 'GET',
    path: /^\/v1\/(payment|setup)_intents\//,
    what: 'Stripe.js reads the intent',
  },
  change: {
    wire: 'shop',
    method: 'PATCH',
    path: /^\/billing\/sessions\//,
    changes: true,
    what: 'the element tells another quantity',
  },
  'api change': {
    wire: 'api',
    method: 'POST',
    path: /^\/v1\/checkout\/sessions\/[^/]+$/,
    changes: true,
    what: 'the server tells another quantity',
  },
  update: {
    wire: 'stripe',
    method: 'POST',
    path: /^\/v1\/payment_pages\/[^/]+$/,
    what: 'Stripe.js tells email and address',
  },
  look: {
    wire: 'shop',
    method: 'GET',
    path: /^\/billing\/sessions\//,
    pressed: true,
    what: 'the element looks before paying',
  },
  read: {
    wire: 'api',
    method: 'GET',
    path: /^\/v1\/(checkout\/sessions|invoices|subscriptions|payment_intents|setup_intents)\//,
    pressed: true,
    what: 'the server reads what is paid',
  },
  pay: {
    wire: 'stripe',
    method: 'POST',
    path: /^\/v1\/(payment_pages|payment_intents|setup_intents)\/[^/]+\/confirm/,
    what: 'Stripe’s field pays',
  },
  dialog: { wire: 'stripe', method: 'GET', path: /^\/frames\/challenge\.html/, what: 'the bank’s dialog is loaded' },
  answer: { wire: 'stripe', method: 'POST', path: /\/authenticate/, what: 'the bank’s answer is told' },
  bank: { wire: 'stripe', method: 'GET', path: /^\/authorize\//, what: 'the bank’s page is loaded' },
  back: {
    wire: 'shop',
    method: 'GET',
    path: /^\/billing\/sessions\//,
    returned: true,
    what: 'the element asks after the way back',
  },
  order: {
    wire: 'shop',
    method: 'POST',
    path: /^\/billing\/sessions\/[^/]+\/invoice/,
    what: 'the element orders by invoice',
  },
  'api order': {
    wire: 'api',
    method: 'POST',
    path: /^\/v1\/(invoices|subscriptions|invoiceitems)/,
    what: 'the server makes the invoice',
  },
  ask: {
    wire: 'shop',
    method: 'GET',
    path: /^\/billing\/sessions\//,
    unclear: true,
    what: 'the element asks what became of a payment',
  },
  'api ask': {
    wire: 'api',
    method: 'GET',
    path: /^\/v1\/(checkout\/sessions|invoices|subscriptions|payment_intents|setup_intents)\//,
    unclear: true,
    what: 'the server asks what became of it',
  },
  events: { wire: 'shop', method: 'POST', path: /^\/billing\/events/, counts: true, what: 'events are sent' },
  webhook: {
    wire: 'webhook',
    method: 'POST',
    path: /^\/billing\/webhooks/,
    pressed: true,
    what: 'Stripe tells the shop',
  },
} as const satisfies Record<string, RequestMoment>;

/** Times of a payment at which something happens to the page or its device. */
export const TIMES = {
  start: { at: null, what: 'from the start, until it is mended' },
  opening: { at: 'open', what: 'while the session is opened' },
  typed: { at: null, what: 'when everything is typed' },
  checking: { at: 'look', what: 'while the element looks before paying' },
  paying: { at: 'pay', what: 'before Stripe has the payment' },
  paid: { at: 'pay', what: 'when Stripe has taken the payment, before it says so' },
  asked: { at: null, what: 'while the bank is asking' },
  done: { at: null, what: 'after the outcome' },
} as const satisfies Record<string, { readonly at: keyof typeof REQUESTS | null; readonly what: string }>;

/** Name of a request. */
export type RequestName = keyof typeof REQUESTS;

/** Name of a time. */
export type TimeName = keyof typeof TIMES;

/** A moment as its flow sees it. */
export const toRequest = (name: RequestName): RequestMoment => REQUESTS[name];
