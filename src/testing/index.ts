/**
 * For your own tests and galleries: the element in any state, without backend and without Stripe.
 *
 * @module testing
 */
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
