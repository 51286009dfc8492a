/**
 * For tests under msw: a local Stripe in the same process, and your backend beside it.
 *
 * @module testing/msw
 */
export { createSimulator, type Simulator } from '../../simulator/create-simulator.js';
export { backendHandler, simulatorHandlers, type Backend } from './handlers.js';
