/**
 * One checkout without a face: bring your own page, keep the rules.
 *
 * @module headless
 */
export { Checkout } from './checkout.js';
export type { ChangeEmission, CheckoutHost, HostEmission, SubmitQuestion, SubmitVerdict } from './host.js';
export { createPurchaseLedger } from './purchase-ledger.js';
export type { Ports } from './runtime.js';
export { systemClock, type Clock } from './timers.js';
