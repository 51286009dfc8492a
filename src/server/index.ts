/**
 * The backend of billing-checkout.
 *
 * @module server
 */
export type { FeatureRules, PriceRules } from './catalog.js';
export { createCheckoutServer, type CheckoutServer } from './create-checkout-server.js';
export type { EventStore } from './event-store.js';
export type { CheckoutFact, ExposureFact, Hook, Hooks, Once } from './hooks.js';
export { createNdjsonEvents, type NdjsonEvents, type NdjsonEventsOptions } from './ndjson-events.js';
export type { MethodFact, SubscriptionFact, SubscriptionHook, SubscriptionHooks } from './subscription-facts.js';
export { toNodeListener, type NodeListener } from './node-listener.js';
export { toPageHints, type PageHintOptions, type PageHints } from './page-hints.js';
export type { CheckoutServerOptions, Guarded, GuardRefusal, KnownCustomer } from './options.js';
export type { Failure } from './report-failure.js';
