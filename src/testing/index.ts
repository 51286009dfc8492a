/**
 * For your own tests and galleries: a checkout on a local Stripe with a customer in front of it, and the element in any state without
 * backend and without Stripe.
 *
 * @module testing
 */
export { bankAccounts, ibans } from './bank-accounts.js';
export { cards } from './cards.js';
export type { Customer, Ending, TypedAddress, TypedCard } from './customer/customer.js';
export { customerIn } from './customer/customer-in.js';
export { customerOn, type ByName, type FrameLike, type LocatorLike, type PageLike } from './customer/customer-on.js';
export { installStripe, type StripeOptions } from './install-stripe.js';
export { showState } from './show-state.js';
export type {
  ShownChecking,
  ShownConfirming,
  ShownFailed,
  ShownForm,
  ShownOutcome,
  ShownReady,
  ShownState,
  ShownValidating,
} from './shown-state.js';
export { STATES, type ShownStateId } from './states.js';
