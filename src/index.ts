/**
 * `<billing-checkout>`: importing this registers the element.
 *
 * @module billing-checkout
 */
import './define.js';

export { BillingCheckout } from './element/billing-checkout.js';
export * from './element/events.js';
export type { StateName, FieldName, Step } from './core/state.js';
export type { Outcome } from './core/outcome.js';
export type { SessionInfo } from './core/session.js';
export type { ErrorCode } from './core/errors.js';
export type { DeclineClass } from './core/declines.js';
export type { DefaultValues } from './core/config.js';
export type { Messages } from './core/messages.js';
