/**
 * A local Stripe for tests and demos.
 *
 * @module simulator
 */
export { createSimulator } from './create-simulator.js';
export type { Simulator, SimulatorOptions } from './create-simulator.js';
export type { Asset, AssetReader } from './script/asset.js';
export { serveSimulator } from './serve-simulator.js';
export type { ServeOptions, ServedSimulator } from './serve-simulator.js';
export type { Release } from './api/events/deliveries.js';
export type { AfterRetries, RenewalDecline } from './api/billing/dunning.js';
export type { NewCard } from './api/payments/update-card.js';
export type { Fault, FaultInput } from './api/http/faults.js';
export type { LogEntry } from './api/http/request-log.js';
